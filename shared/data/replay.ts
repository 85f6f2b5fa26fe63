/** The request had been carried out already; the edge answers what was answered then. */
export class AlreadyDone extends Error {
  readonly outcome: unknown;

  constructor(outcome: unknown) {
    super('the same request was committed before');
    this.name = 'AlreadyDone';
    this.outcome = outcome;
  }
}
