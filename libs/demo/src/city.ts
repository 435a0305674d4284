import type { BoardId, OrderSent, ProviderId, UnitId, UserId } from '@rt/domain';
import type { Chance } from './chance';
import type { DemoActor } from './script';

/** A district administration (stadsdelsförvaltning): a unit of case workers with its own board. */
export interface District {
  readonly unitId: UnitId;
  readonly boardId: BoardId;
  readonly name: string;
  readonly workers: readonly UserId[];
  readonly unitManager: UserId;
}

/** A user of the district, as the actor that the write side expects. */
export const actorOf = ({ unitId, boardId, unitManager }: District, userId: UserId): DemoActor => ({
  userId,
  unitId,
  boardId,
  roles: [userId === unitManager ? 'unitManager' : 'caseWorker'],
  origin: 'user',
});

const district = (unit: string, name: string, workers: number): District => ({
  unitId: unit as UnitId,
  boardId: `sdn-${unit}` as BoardId,
  name,
  workers: Array.from({ length: workers }, (_, index) => `hl-${unit}-${index + 1}` as UserId),
  unitManager: `ec-${unit}` as UserId,
});

export const RINKEBY_KISTA = district('rinkeby-kista', 'Rinkeby-Kista', 6);
export const SODERMALM = district('sodermalm', 'Södermalm', 6);
export const SKARHOLMEN = district('skarholmen', 'Skärholmen', 5);
export const HAGERSTEN_ALVSJO = district('hagersten-alvsjo', 'Hägersten-Älvsjö', 5);
export const FARSTA = district('farsta', 'Farsta', 5);
export const OSTERMALM = district('ostermalm', 'Östermalm', 4);

/** The six districts of the published review. */
export const DISTRICTS: readonly District[] = [
  RINKEBY_KISTA,
  SODERMALM,
  SKARHOLMEN,
  HAGERSTEN_ALVSJO,
  FARSTA,
  OSTERMALM,
];

type Form = OrderSent['data']['form'];

const PROVIDERS: readonly (readonly [id: string, form: Form])[] = [
  ['utf-stadens-ledsagning', 'egenRegi'],
  ['utf-bjorken', 'lov'],
  ['utf-norrsken', 'lov'],
  ['utf-vardagskraft', 'lov'],
  ['utf-lyktan', 'lov'],
  ['utf-tvillingen', 'individualContract'],
];

/** Picks the provider of an order and the form of its agreement. */
export const provider = (chance: Chance): { readonly providerId: ProviderId; readonly form: Form } => {
  const [id, form] = chance.pick(PROVIDERS);
  return { providerId: id as ProviderId, form };
};
