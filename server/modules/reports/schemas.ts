/** What the routes take and answer: inputs, views, and what was read of outside reports. */
export * from './schemas/inputs.ts';
export * from './schemas/outside.ts';
export * from './schemas/views.ts';
