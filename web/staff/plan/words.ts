import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { Feature } from '#contracts/features.ts';
import type { Limit } from '#contracts/limits.ts';
import type { Module, ModuleState } from '#contracts/modules.ts';
import type { Tone } from '#ui/StatusGlyph.tsx';

const moduleWords: Record<Module, { name: MessageDescriptor; summary: MessageDescriptor }> = {
  clients: { name: msg`Clients`, summary: msg`Companies and the people in them` },
  activity: {
    name: msg`Activity`,
    summary: msg`Every change of a client, with who, when and what it was before`,
  },
  projects: { name: msg`Projects`, summary: msg`Work for a client; its members see the client` },
  rates: {
    name: msg`Service rates`,
    summary: msg`What an hour of each position costs a client, from which day on`,
  },
  compliance: {
    name: msg`Compliance`,
    summary: msg`Standards that clients must meet, with evidence, deadlines and reminders`,
  },
  portal: {
    name: msg`Client portal`,
    summary: msg`A place of their own for your clients, at your address`,
  },
  roles: {
    name: msg`Custom roles`,
    summary: msg`Roles beside the five that are built in, and changes to those`,
  },
};

const featureWords: Record<Feature, MessageDescriptor> = {
  clients: msg`Clients and contacts`,
  projects: msg`Projects`,
  rates: msg`Service rates`,
  compliance: msg`Compliance`,
  timeline: msg`Activity timeline`,
  portal: msg`Client portal`,
  custom_roles: msg`Roles of your own`,
};

const limitWords: Record<Limit, MessageDescriptor> = {
  'clients.active': msg`Clients that are active or pending`,
  'members.active': msg`Active members`,
};

const stateWords: Record<ModuleState, { word: MessageDescriptor; tone: Tone }> = {
  not_installed: { word: msg`Not installed`, tone: 'idle' },
  installed: { word: msg`Installed, not on`, tone: 'idle' },
  enabled: { word: msg`On`, tone: 'ok' },
  disabled: { word: msg`Off`, tone: 'idle' },
  parked: { word: msg`Put away`, tone: 'warn' },
};

export const allFeatures = Object.keys(featureWords) as readonly Feature[];
export const allLimits = Object.keys(limitWords) as readonly Limit[];
export const isFeature = (text: string): text is Feature => Object.hasOwn(featureWords, text);

/** The names that plans, modules and limits go by. What an operator wrote himself is shown as he wrote it. */
export function usePlanWords() {
  const { _ } = useLingui();
  return {
    module: (module: Module) => ({
      name: _(moduleWords[module].name),
      summary: _(moduleWords[module].summary),
    }),
    feature: (feature: Feature) => _(featureWords[feature]),
    limit: (limit: Limit) => _(limitWords[limit]),
    state: (state: ModuleState) => ({ label: _(stateWords[state].word), tone: stateWords[state].tone }),
  };
}
