export { isPrivate } from './addresses.ts';
export { textOf } from './charset.ts';
export { ALL_ALLOWED, type Robots, readRobots } from './robots.ts';
export { type Known, USER_AGENT, type Visited, VisitFault, type VisitLimits, visit } from './visit.ts';
