import type { Module, ModuleState } from '#contracts/modules.ts';
import type { PlanChange } from '#contracts/schemas/plan.ts';

/** A change that somebody wants, before it is looked at. */
export interface Wish {
  title: string;
  submitLabel: string;
  change: PlanChange;
  /** What stands behind it for the data; only modules have such. */
  module?: { key: Module; to: ModuleState };
}

export type OnWish = (wish: Wish) => void;
