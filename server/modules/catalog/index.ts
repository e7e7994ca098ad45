import type { Module } from '../../module.ts';

export const catalog: Module = { name: 'catalog', routes: [] };
