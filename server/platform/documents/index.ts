/** Official papers shared by the modules: letters, forms, sign-off sheets. */
export * from './blocks.ts';
export { DOCX_TYPE, writeDocx } from './docx.ts';
export { TEXT_WIDTH_MM } from './measures.ts';
