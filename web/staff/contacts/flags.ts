import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { ContactFlag } from '#contracts/schemas/contact.ts';

export const flagWords: Record<ContactFlag, MessageDescriptor> = {
  decision_maker: msg`Decision maker`,
  reviewer: msg`Reviewer`,
  approver: msg`Approver`,
  billing: msg`Billing`,
  communication_owner: msg`Communication owner`,
  portal_user: msg`Portal user`,
  technical: msg`Technical`,
};

export const flags = Object.keys(flagWords) as readonly ContactFlag[];
export const isFlag = (text: string): text is ContactFlag => Object.hasOwn(flagWords, text);

/** What a contact is for the client, as a word. */
export function useFlagWord() {
  const { _ } = useLingui();
  return (flag: ContactFlag) => _(flagWords[flag]);
}
