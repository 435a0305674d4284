import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const specs = ['**/*.spec.ts', '**/*.contract.ts', '**/*.fixture.ts'];

/** Rules that hold in every file. No rule is about layout: Prettier does that. */
const everywhere = {
  eqeqeq: 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'object-shorthand': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
};

const clock = 'The day and the time are parameters: see docs/adr/0002-two-clocks.md.';
const shell = 'The core is pure: see docs/adr/0005-pure-core.md.';
const readsTheClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: clock },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance comes from a seed that is given.',
  },
];

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'data/', 'node_modules/', 'apps/web/src/api/openapi.d.ts']),
  tseslint.configs.recommended,
  { rules: everywhere },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      // A switch must name every case, also if it has a `default: return assertNever(event)`.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        {
          allowDefaultCaseForExhaustiveSwitch: true,
          considerDefaultExhaustiveForUnions: false,
          requireDefaultForNonUnion: true,
        },
      ],
      // Where decorators emit metadata (Nest, class-validator), a class in a signature is needed at run time. The rule
      // reads that from tsconfig.json and does not report such files.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // A Nest module is a class without members.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['apps/web/**/*.tsx', 'apps/web/**/*.ts', 'libs/ui/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // The router is led elsewhere by throwing a redirect.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: 'Redirect' }] },
      ],
    },
  },
  {
    // A library reports through its return values; only an app writes to a console.
    files: ['libs/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['libs/handling/**/*.ts', 'libs/read-models/**/*.ts', 'libs/inspection/**/*.ts'],
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', ...readsTheClock] },
  },
  {
    files: ['libs/domain/**/*.ts', 'libs/rules/**/*.ts', 'libs/proof/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: `${clock} Days are LocalDate.` },
        ...['process', 'console', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'performance', 'Intl'].map(
          (name) => ({
            name,
            message: shell,
          }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance comes from a seed that is given.' },
        ...['Date', 'process', 'console', 'crypto', 'fetch'].map((property) => ({
          object: 'globalThis',
          property,
          message: shell,
        })),
      ],
    },
  },
);
