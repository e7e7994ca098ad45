import type { Module } from '../../module.ts';

export const applications: Module = { name: 'applications', routes: [] };
