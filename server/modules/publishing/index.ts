import type { Module } from '../../module.ts';

export const publishing: Module = { name: 'publishing', routes: [] };
