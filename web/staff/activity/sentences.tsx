import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import {
  IconArchiveOff,
  IconBuildingPlus,
  IconCoins,
  IconFolderMinus,
  IconFolderPlus,
  IconForms,
  IconMailForward,
  IconPencil,
  IconProgress,
  IconTrash,
  IconUserMinus,
  IconUserPlus,
} from '@tabler/icons-react';
import type { EventType } from '#contracts/events.ts';
import type { Activity } from '#contracts/schemas/activity.ts';
import { teamKinds } from '../account-team/sentences.tsx';
import { settingsKinds } from '../client-settings/sentences.tsx';
import { companyKinds } from '../companies/sentences.tsx';
import { followUpEvents } from '../follow-ups/sentences.tsx';
import { mergeEvents } from '../merges/sentences.tsx';
import { noteEvents } from '../notes/sentences.tsx';
import { requirementKinds } from '../requirements/sentences.tsx';
import type { Kind } from './kind.ts';

/** Every type of event and how it is told; a new type does not compile until it has its sentence. */
export const kinds: Record<EventType, Kind> = {
  ...companyKinds,
  ...teamKinds,
  ...settingsKinds,
  ...noteEvents,
  ...followUpEvents,
  ...requirementKinds,
  ...mergeEvents,
  'client.created': {
    name: msg`Client created`,
    icon: IconBuildingPlus,
    sentence: ({ who, what }) => (
      <Trans>
        {who} created {what}
      </Trans>
    ),
  },
  'client.updated': {
    name: msg`Client changed`,
    icon: IconPencil,
    sentence: ({ who, field }) => (
      <Trans>
        {who} changed {field}
      </Trans>
    ),
  },
  'client.status_changed': {
    name: msg`Status changed`,
    icon: IconProgress,
    sentence: ({ who }) => <Trans>{who} changed the status</Trans>,
  },
  'client.deleted': {
    name: msg`Client moved to the trash`,
    icon: IconTrash,
    sentence: ({ who, what }) => (
      <Trans>
        {who} moved {what} to the trash
      </Trans>
    ),
  },
  'client.restored': {
    name: msg`Client restored`,
    icon: IconArchiveOff,
    sentence: ({ who, what }) => (
      <Trans>
        {who} restored {what}
      </Trans>
    ),
  },
  'contact.created': {
    name: msg`Contact added`,
    icon: IconUserPlus,
    sentence: ({ who, what }) => (
      <Trans>
        {who} added the contact {what}
      </Trans>
    ),
  },
  'contact.updated': {
    name: msg`Contact changed`,
    icon: IconPencil,
    sentence: ({ who, what, field }) => (
      <Trans>
        {who} changed {field} of {what}
      </Trans>
    ),
  },
  'contact.deleted': {
    name: msg`Contact removed`,
    icon: IconUserMinus,
    sentence: ({ who, what }) => (
      <Trans>
        {who} removed the contact {what}
      </Trans>
    ),
  },
  'project.created': {
    name: msg`Project begun`,
    icon: IconFolderPlus,
    sentence: ({ who, what }) => (
      <Trans>
        {who} began the project {what}
      </Trans>
    ),
  },
  'project.updated': {
    name: msg`Project changed`,
    icon: IconPencil,
    sentence: ({ who, what, field }) => (
      <Trans>
        {who} changed {field} of {what}
      </Trans>
    ),
  },
  'project.status_changed': {
    name: msg`Project status changed`,
    icon: IconProgress,
    sentence: ({ who, what }) => (
      <Trans>
        {who} changed the status of {what}
      </Trans>
    ),
  },
  'project.deleted': {
    name: msg`Project removed`,
    icon: IconFolderMinus,
    sentence: ({ who, what }) => (
      <Trans>
        {who} removed the project {what}
      </Trans>
    ),
  },
  'routing.created': {
    name: msg`Routing decided`,
    icon: IconMailForward,
    sentence: ({ who }) => <Trans>{who} decided who is written to</Trans>,
  },
  'routing.updated': {
    name: msg`Routing changed`,
    icon: IconMailForward,
    sentence: ({ who }) => <Trans>{who} changed who is written to</Trans>,
  },
  'custom_values.created': {
    name: msg`Own fields filled in`,
    icon: IconForms,
    sentence: ({ who, field }) => (
      <Trans>
        {who} filled in {field}
      </Trans>
    ),
  },
  'custom_values.updated': {
    name: msg`Own fields changed`,
    icon: IconForms,
    sentence: ({ who, field }) => (
      <Trans>
        {who} changed {field}
      </Trans>
    ),
  },
  'rate.created': {
    name: msg`Rate added`,
    icon: IconCoins,
    sentence: ({ who, what }) => (
      <Trans>
        {who} added a rate for {what}
      </Trans>
    ),
  },
  'rate.updated': {
    name: msg`Rate changed`,
    icon: IconCoins,
    sentence: ({ who, what, field }) => (
      <Trans>
        {who} changed {field} for {what}
      </Trans>
    ),
  },
  'rate.deleted': {
    name: msg`Rate removed`,
    icon: IconTrash,
    sentence: ({ who, what }) => (
      <Trans>
        {who} removed a rate for {what}
      </Trans>
    ),
  },
  'rate.restored': {
    name: msg`Rate begun anew`,
    icon: IconArchiveOff,
    sentence: ({ who, what }) => (
      <Trans>
        {who} added a rate for {what} again
      </Trans>
    ),
  },
};

/** An event of a newer server than this page is told with what it carries. */
export const kindOf = (type: Activity['type']): Kind => kinds[type] ?? kinds['client.updated'];
