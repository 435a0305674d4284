import path from 'node:path';
import ts from 'typescript';

/** Names of this repository's TypeScript files with their texts. */
export type Sources = ReadonlyMap<string, string>;

/** What a file exports under a name: something of its own (then `from` is undefined) or what another file exports. */
interface Exported {
  readonly from?: string;
  readonly name: string;
}

interface Module {
  readonly exports: ReadonlyMap<string, Exported>;
  /** The files whose exports this file passes on whole. */
  readonly passedOn: readonly string[];
  readonly imports: readonly { readonly from: string; readonly name: string }[];
  /** How often the file writes an identifier. */
  readonly written: ReadonlyMap<string, number>;
}

/** All exports of a file, where no single one is named. */
const ALL = '*';

/** Exports and imports of a set of files, resolved through index files to where a name is declared. */
export class Exports {
  private readonly modules = new Map<string, Module>();

  constructor(sources: Sources) {
    for (const [name, text] of sources)
      this.modules.set(
        name,
        moduleOf(name, text, (file) => sources.has(file)),
      );
  }

  /**
   * Exports that none of the files uses: nothing imports them and their own file does not write them a second time.
   * @param isUse which files count as users, also of what they declare themselves
   * @returns `file: name`
   */
  unused(isUse: (file: string) => boolean): readonly string[] {
    const imported = this.imported(isUse);
    return [...this.modules].flatMap(([file, { exports, written }]) =>
      isUse(file)
        ? [...exports]
            .filter(([name, { from }]) => from === undefined && (written.get(name) ?? 0) < 2)
            .map(([name]) => `${file}: ${name}`)
            .filter((declared) => !imported.has(declared))
        : [],
    );
  }

  /**
   * What an index file lists and none of some files imports.
   * @returns `file: name`, with the file that declares it
   */
  uncalled(index: string, isCaller: (file: string) => boolean): readonly string[] {
    const folder = `${path.posix.dirname(index)}/`;
    const imported = this.imported((file) => isCaller(file) && !file.startsWith(folder));
    return [...(this.modules.get(index)?.exports.keys() ?? [])]
      .map((name) => this.origin(index, name) ?? `${index}: ${name}`)
      .filter((declared) => !imported.has(declared));
  }

  /** Where the names are declared that some files import, as `file: name`. */
  private imported(isUse: (file: string) => boolean): ReadonlySet<string> {
    const origins = [...this.modules].flatMap(([file, { imports }]) =>
      isUse(file)
        ? imports.flatMap(({ from, name }) =>
            (name === ALL ? this.namesOf(from) : [name]).map((one) => this.origin(from, one) ?? ''),
          )
        : [],
    );
    return new Set(origins);
  }

  private namesOf(file: string): readonly string[] {
    const { exports, passedOn } = this.modules.get(file) ?? { exports: new Map(), passedOn: [] };
    return [...exports.keys(), ...passedOn.flatMap((other) => this.namesOf(other))];
  }

  private origin(file: string, name: string): string | undefined {
    const exported = this.modules.get(file)?.exports.get(name);
    if (exported !== undefined)
      return exported.from === undefined
        ? `${file}: ${exported.name}`
        : this.origin(exported.from, exported.name);
    for (const other of this.modules.get(file)?.passedOn ?? []) {
      const found = this.origin(other, name);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

const moduleOf = (file: string, text: string, exists: (file: string) => boolean): Module => {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  const exports = new Map<string, Exported>();
  const passedOn: string[] = [];
  const imports: { from: string; name: string }[] = [];
  const written = new Map<string, number>();
  const target = (node: ts.Node | undefined): string | undefined =>
    node !== undefined && ts.isStringLiteral(node) ? resolved(file, node.text, exists) : undefined;

  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) written.set(node.text, (written.get(node.text) ?? 0) + 1);
    const loaded = loadedBy(node);
    const from = loaded && target(loaded);
    if (from !== undefined) imports.push({ from, name: ALL });
    ts.forEachChild(node, visit);
  };
  visit(tree);

  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = target(statement.moduleSpecifier);
      if (from !== undefined) for (const name of importedBy(statement)) imports.push({ from, name });
    } else if (ts.isExportDeclaration(statement)) {
      const from = target(statement.moduleSpecifier);
      const { exportClause } = statement;
      if (exportClause === undefined) passedOn.push(...(from === undefined ? [] : [from]));
      else if (ts.isNamespaceExport(exportClause)) imports.push(...(from ? [{ from, name: ALL }] : []));
      else
        for (const { name, propertyName } of exportClause.elements)
          exports.set(name.text, { from, name: (propertyName ?? name).text });
    } else for (const name of declaredBy(statement)) exports.set(name, { name });
  }
  return { exports, passedOn, imports, written };
};

/** What `import('…')` loads, in code or in a type. */
const loadedBy = (node: ts.Node): ts.Node | undefined => {
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  const isImport = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isImport ? node.arguments[0] : undefined;
};

const importedBy = ({ importClause }: ts.ImportDeclaration): readonly string[] => {
  const named = importClause?.namedBindings;
  if (named === undefined) return [];
  if (ts.isNamespaceImport(named)) return [ALL];
  return named.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
};

const declaredBy = (statement: ts.Statement): readonly string[] => {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
  const { name } = statement as ts.Statement & { readonly name?: ts.Identifier };
  return name === undefined ? [] : [name.text];
};

const namesIn = (name: ts.BindingName): readonly string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));

/** The file that a module specifier means; undefined for a package. */
const resolved = (file: string, specifier: string, exists: (file: string) => boolean): string | undefined => {
  const [, library = '', inside = ''] = /^@rt\/([^/]+)\/?(.*)$/.exec(specifier) ?? [];
  const base = specifier.startsWith('.')
    ? path.posix.join(path.posix.dirname(file), specifier)
    : path.posix.join('libs', library, 'src', inside);
  return [`${base}.ts`, `${base}.tsx`, `${base}/index.ts`, base].find(exists);
};
