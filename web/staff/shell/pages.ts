import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import {
  IconActivity,
  IconAddressBook,
  IconAdjustments,
  IconBriefcase,
  IconBuilding,
  IconBuildingCog,
  IconBuildingCommunity,
  IconCertificate,
  IconChecklist,
  IconCoins,
  IconCreditCard,
  IconForms,
  IconLayoutDashboard,
  IconListDetails,
  IconReportMoney,
  IconRoute,
  IconSettings,
  IconShieldCheck,
  IconShieldLock,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { type Page, pageCatalogue, pages } from '#contracts/pages.ts';
import type { NavItem } from '#ui/navTypes.ts';
import { useHere } from '../session/me.ts';

type Place = (typeof pageCatalogue)[Page]['place'];

/** What a page of the catalogue is called here, in the reader's language, and its sign. */
const faces: Record<Page, { label: MessageDescriptor; icon: NavItem['icon'] }> = {
  clients: { label: msg`Clients`, icon: IconBuilding },
  followUps: { label: msg`My day`, icon: IconChecklist },
  trash: { label: msg`Trash`, icon: IconTrash },
  overview: { label: msg`Overview`, icon: IconLayoutDashboard },
  contacts: { label: msg`Contacts`, icon: IconAddressBook },
  companies: { label: msg`Companies`, icon: IconBuildingCommunity },
  projects: { label: msg`Projects`, icon: IconBriefcase },
  rates: { label: msg`Rates`, icon: IconCoins },
  compliance: { label: msg`Compliance`, icon: IconShieldCheck },
  activity: { label: msg`Activity`, icon: IconActivity },
  clientSettings: { label: msg`Settings`, icon: IconSettings },
  general: { label: msg`General`, icon: IconAdjustments },
  clientDefaults: { label: msg`Client defaults`, icon: IconBuildingCog },
  rateCard: { label: msg`Rate card`, icon: IconReportMoney },
  lists: { label: msg`Lists`, icon: IconListDetails },
  standards: { label: msg`Standards`, icon: IconCertificate },
  fields: { label: msg`Fields`, icon: IconForms },
  team: { label: msg`Team`, icon: IconUsers },
  roles: { label: msg`Roles`, icon: IconShieldLock },
  plan: { label: msg`Plan and modules`, icon: IconCreditCard },
  explain: { label: msg`Explain access`, icon: IconRoute },
};

/** A page of the catalogue by the word that menus have for it. */
export function usePageWord() {
  const { _ } = useLingui();
  return (page: Page) => _(faces[page].label);
}

/** An entry of a menu that leads to a page of the catalogue. */
export interface PageItem extends NavItem {
  id: Page;
  active: boolean;
}

/** The pages of a menu that the person may open, in the order of the catalogue. */
export function usePagesAt(place: Exclude<Place, 'record'>): PageItem[] {
  const { _ } = useLingui();
  const { allows } = useHere();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return pages
    .filter((page) => pageCatalogue[page].place === place && allows(pageCatalogue[page]))
    .map((id) => {
      const href = pageCatalogue[id].path;
      const { label, icon } = faces[id];
      return { id, href, icon, label: _(label), active: path === href || path.startsWith(`${href}/`) };
    });
}
