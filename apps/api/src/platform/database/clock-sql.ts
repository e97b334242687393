/**
 * For instants that policies decide by: the database's own clock, which a demo or test may lay back in what it writes, but
 * never forward, or rows would count before their time. Source: `trust.md` 4, Clock.
 */
export const LAID_BACK_NOW = 'least(ctx.now(), now())';
