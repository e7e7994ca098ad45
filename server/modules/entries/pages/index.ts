import type { PageRoute } from '../../../portal/page.ts';
import { fieldPage, fieldsPage } from './fields.tsx';
import { entryPage, officeEntriesPage, officeEntriesSheet } from './office.tsx';

export const pages: readonly PageRoute[] = [fieldsPage, fieldPage, officeEntriesPage, officeEntriesSheet, entryPage];
