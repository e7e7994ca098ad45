/** 社会评议: the words of questionnaires. */
export const QUESTION_KINDS = { scale: '打分', single: '单选', multiple: '多选', text: '文字' } as const;
export type QuestionKind = keyof typeof QUESTION_KINDS;

/** The highest mark of a scale; the lowest is 1. */
export const SCALE_TOP = 5;
export const SCALE_WORDS = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;

export interface Question {
	kind: QuestionKind;
	title: string;
	required: boolean;
	/** Of single and multiple choice. */
	choices: string[];
}

/** By the place of the question: a mark, a choice, several, words. Not answered: left out. */
export type Answers = Record<string, number | number[] | string>;

export const SURVEY_STATES = { draft: '草稿', fixed: '已固定', ended: '已结束' } as const;
export type SurveyState = keyof typeof SURVEY_STATES;

/** Where a questionnaire stands on a day. */
export const SURVEY_PHASES = { draft: '草稿', coming: '未开始', open: '正在进行', over: '已截止' } as const;
export type SurveyPhase = keyof typeof SURVEY_PHASES;

export const ORIGINS = { portal: '网上', code: '凭码', paper: '纸质' } as const;
export type Origin = keyof typeof ORIGINS;

export interface Survey {
	id: number;
	number: string;
	version: number;
	title: string;
	intro: string;
	questions: Question[];
	byOffice: boolean;
	codesOnly: boolean;
	opensOn: string;
	closesOn: string;
	state: SurveyState;
	contentHash: string | null;
	resultNote: string;
	publishedAt: Date | null;
	revision: number;
}

/** Fewer answers than this show what one person said: they are counted and not shown. */
export const LEAST_ANSWERS = 5;
