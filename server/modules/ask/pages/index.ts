import { askPages } from './ask.tsx';
import { faqPages } from './faq.tsx';

export const pages = [...askPages, ...faqPages];
