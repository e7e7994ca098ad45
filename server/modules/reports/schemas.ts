/** What the routes take and answer: inputs, views, the county's views, and what was read of outside reports. */
export * from './schemas/county.ts';
export * from './schemas/inputs.ts';
export * from './schemas/outside.ts';
export * from './schemas/views.ts';
export * from './schemas/words.ts';
