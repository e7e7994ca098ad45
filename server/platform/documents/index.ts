/** Official papers shared by the modules: letters, forms, sign-off sheets. */
export * from './blocks.ts';
export { DOCX_TYPE, writeDocx } from './docx.ts';
export { TEXT_WIDTH_MM } from './measures.ts';
export { PAPER_FORMATS, PAPER_TYPES, type PaperFormat, writePaper } from './paper.ts';
export { PDF_TYPE, writePdf } from './pdf.ts';
