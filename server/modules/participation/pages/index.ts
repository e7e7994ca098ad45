import { answerPages } from './answer.tsx';
import { formPages } from './form.tsx';
import { voicePage } from './voice.tsx';

export const pages = [voicePage, ...formPages, ...answerPages];
