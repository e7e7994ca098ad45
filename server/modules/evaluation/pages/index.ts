import { resultPages } from './results.tsx';
import { surveyPages } from './survey.tsx';

export const pages = [...resultPages, ...surveyPages];
