import { useEffect, useState } from 'react';

type Parse = typeof import('libphonenumber-js/min').default;

/** Numbering plans weigh as much as a page, so they come when the first number is shown. */
let plans: Promise<Parse> | undefined;
const load = () => {
  plans ??= import('libphonenumber-js/min').then((module) => module.default);
  return plans;
};

/** E.164 as people of the client's country write it; numbers from elsewhere with their country code. */
export function usePhoneText(country: string | undefined): (e164: string) => string {
  const [parse, setParse] = useState<Parse>();

  useEffect(() => {
    let here = true;
    load().then(
      (loaded) => here && setParse(() => loaded),
      () => {},
    );
    return () => {
      here = false;
    };
  }, []);

  return (e164) => {
    const number = parse?.(e164);
    if (!number) return e164;
    return number.country === country ? number.formatNational() : number.formatInternational();
  };
}
