import { answerPages } from './answer.tsx';
import { commentPages } from './comment.tsx';
import { consultationPages } from './consultations.tsx';
import { formPages } from './form.tsx';
import { proposalPages } from './proposals.tsx';
import { voicePage } from './voice.tsx';
import { wantedPage } from './wanted.tsx';

export const pages = [
	voicePage,
	wantedPage,
	...formPages,
	...answerPages,
	...consultationPages,
	...commentPages,
	...proposalPages,
];
