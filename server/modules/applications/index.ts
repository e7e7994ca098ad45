import type { Module } from '../../module.ts';

export const applications: Module = { name: 'applications', routes: [] };

export { type Clock, type ClockToday, clockOn, computeClock } from './clock.ts';
export { type ClockEvent, type ClockFile, clockFileSchema, parseClockFile } from './clock-events.ts';
export { type ClockDay, explainClock, explainDays, type Segment } from './clock-explain.ts';
