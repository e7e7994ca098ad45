import type { Module } from '../../module.ts';

export const registers: Module = { name: 'registers', routes: [] };
