/** Undoes what was done, last first, whatever fails on the way. */
export function undoing() {
  const steps: (() => unknown)[] = [];
  return {
    add: (step: () => unknown) => void steps.push(step),
    async all() {
      for (const step of steps.splice(0).reverse()) await Promise.resolve(step()).catch(() => {});
    },
  };
}

export type Undo = ReturnType<typeof undoing>;
