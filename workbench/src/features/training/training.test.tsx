import { describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../../testing/render.tsx';
import { KEY, type Training, type TrainingRow } from './api.ts';
import { ArticlePage } from './article-page.tsx';
import { EXAMS, type Exam, type ExamRow, KNOWLEDGE, type Sitting } from './exam-api.ts';
import { ExamPage } from './exam-page.tsx';
import { ReviewPage } from './review-page.tsx';
import { SitPage } from './sit-page.tsx';
import { examTodo, trainingTodos } from './todo.ts';
import { TrainingPage } from './training-page.tsx';
import { clockText, EXAM_LOOK, examState, letterOf, TRAINING_LOOK } from './words.ts';

const clerk = sessionOf({ permissions: ['training.read', 'training.organise'], roles: ['clerk'] });
const officer = sessionOf({ permissions: ['training.read', 'training.organise', 'exam.manage'] });

const row: TrainingRow = {
	...{ id: 3, officeId: 1, officeName: '县政府办', kind: 'training', kindLabel: '培训', title: '答复规范培训' },
	...{ day: '2026-06-03', hours: '9:00—11:30', place: '三楼会议室', speaker: '', content: '讲补正', minutes: '' },
	...{
		state: 'notified',
		stateLabel: '已通知',
		entryId: null,
		revision: 1,
		signedUp: 2,
		came: 0,
		offices: 2,
		confirmed: 0,
	},
	own: { invited: true, onList: true, mayRate: false, mayConfirm: false },
};
const training: Training = {
	...row,
	...{ organises: true, maySignUp: true, files: [], ratings: null, sameDay: [], history: [] },
	invited: [
		{ officeId: 1, officeName: '县政府办', confirmedAt: null, confirmedBy: '', entryId: null, signedUp: 1, came: 0 },
	],
	people: [{ id: 9, officeId: 1, officeName: '县政府办', name: '林晓', position: '科员', attended: null }],
	moves: [
		{ action: 'hold', label: '登记到场', to: 'held', permitted: true, allowed: true, reasons: [] },
		{ action: 'cancel', label: '取消', to: 'cancelled', permitted: true, allowed: true, reasons: [] },
	],
};
const shownTraining = (given: Training) =>
	textOf(
		render(<TrainingPage />, {
			session: clerk,
			data: [[[...KEY, 3], given]],
			at: '/trainings/3',
			path: '/trainings/:id',
		}),
	);

describe('a training', () => {
	it('says what it is, who is on the list, and what may be done', () => {
		const text = shownTraining(training);
		for (const part of ['答复规范培训', '三楼会议室', '林晓', '登记到场', '填报人员', '未确认', '签到表'])
			expect(text).toContain(part);
		expect(text).not.toContain('请您评价');
	});

	it('has boxes to tick while it is held, and none for an office that has confirmed', () => {
		const [office] = training.invited;
		if (!office) throw new Error('none');
		expect(shownTraining({ ...training, state: 'held' })).toContain('其余1人全部到场');
		const confirmed = { ...office, confirmedAt: '2026-06-03T04:00:00Z', confirmedBy: '林晓' };
		expect(shownTraining({ ...training, state: 'held', invited: [confirmed] })).not.toContain('全部到场');
	});

	it('asks those who came, and shows too few opinions to nobody', () => {
		expect(shownTraining({ ...training, own: { ...row.own, mayRate: true } })).toContain('匿名填写');
		expect(shownTraining({ ...training, ratings: { count: 2, means: null, comments: [] } })).toContain('不足三份');
	});

	it('tells in which register it is counted', () => {
		expect(shownTraining({ ...training, state: 'closed', entryId: 12, moves: [] })).toContain('台账第12号');
	});
});

const standing = { tries: 0, left: 2, best: null, passed: false, running: false, mayReview: false };
const face: ExamRow = {
	...{ id: 5, officeId: 1, title: '应知应会测试', note: '', mode: 'random', opensAt: '2026-06-01T00:00:00Z' },
	...{ closesAt: '2026-06-04T16:00:00Z', minutes: 45, passMark: 60, tries: 2, sealed: true, state: 'announced' },
	...{ stateLabel: '已发布', window: 'open', questions: 2, takes: true, standing },
};
const exam: Exam = { ...face, manages: false, setting: null, moves: [] };
const shownExam = (given: Exam, session = clerk) => {
	const results = { title: '', passMark: 60, offices: [], articles: [{ article: 33, asked: 4, right: 1, share: 25 }] };
	const data = [
		[[...EXAMS, 5], given],
		[[...EXAMS, 5, 'results'], results],
	] as const;
	return textOf(render(<ExamPage />, { session, data, at: '/exams/5', path: '/exams/:id' }));
};

describe('an exam', () => {
	it('is begun, gone on with, taken again, and certified, as the person stands', () => {
		expect(shownExam(exam)).toContain('开始答题');
		expect(shownExam({ ...exam, standing: { ...standing, tries: 1, running: true } })).toContain('继续答题');
		const failed = { ...standing, tries: 1, left: 1, best: 40 };
		expect(shownExam({ ...exam, standing: failed })).toContain('再考一次');
		const passed = shownExam({ ...exam, standing: { ...failed, best: 80, passed: true, mayReview: true } });
		for (const part of ['合格证明', '答案和解析', '80分']) expect(passed).toContain(part);
		expect(passed).not.toContain('再考一次');
		expect(shownExam({ ...exam, window: 'after' })).not.toContain('开始答题');
	});

	it('shows its seed to those who set it and to nobody else, and which article is known worst', () => {
		const setting = { chosen: [], quotas: [], offices: [], seed: 'seed-of-it', revision: 1 };
		const own = { ...exam, takes: false, manages: true, setting };
		expect(shownExam(own, officer)).toContain('seed-of-it');
		expect(shownExam(own, officer)).toContain('条例第33条');
		expect(shownExam(exam)).not.toContain('抽题种子');
	});
});

const sitting = (change: object = {}): Sitting => ({
	exam: face,
	standing,
	sitting: {
		...{ number: 1, startedAt: '2026-06-01T01:00:00Z', dueAt: '2026-06-01T01:45:00Z', version: 1, secondsLeft: 125 },
		...{ over: false, submitted: false, answers: { T001: [1] }, score: null },
		questions: [
			{ key: 'T001', kind: 'single', text: '几个工作日？', options: ['七个', '二十个'] },
			{ key: 'T002', kind: 'multiple', text: '哪些原则？', options: ['公正', '公平', '神秘'] },
		],
		...change,
	},
});
const shownSitting = (given: Sitting) =>
	render(<SitPage />, {
		session: clerk,
		data: [[[...EXAMS, 5, 'sitting'], given]],
		at: '/exams/5/sit',
		path: '/exams/:id/sit',
	});

describe('a paper', () => {
	it('shows time, progress and what was answered before; each question is a group with its name', () => {
		const markup = shownSitting(sitting());
		const text = textOf(markup);
		for (const part of ['剩余 2:05', '已答 1／2', '交卷', 'B. 二十个', '多选题']) expect(text).toContain(part);
		expect(markup.match(/<fieldset/g)).toHaveLength(2);
		expect(markup.match(/type="radio"[^>]*checked/g)).toHaveLength(1);
	});

	it('says how it ended', () => {
		expect(textOf(shownSitting(sitting({ over: true, submitted: true, score: 80, questions: [] })))).toContain(
			'成绩80分，合格',
		);
		const late = textOf(shownSitting(sitting({ over: true, score: 20, questions: [] })));
		expect(late).toContain('到时以前保存的答案计分');
		expect(textOf(shownSitting({ ...sitting(), sitting: null }))).toContain('没有正在进行');
	});

	it('is reviewed with what was given, what is right, and why', () => {
		const question = {
			key: 'T001',
			kind: 'single',
			text: '几个工作日？',
			options: ['七个', '二十个'],
			article: 33,
			level: 1,
		} as const;
		const attempt = { number: 1, startedAt: '2026-06-01T01:00:00Z', score: 0, right: 0, total: 1 };
		const questions = [
			{
				...question,
				options: [...question.options],
				answer: [1],
				given: [0],
				verdict: 'wrong' as const,
				why: '第三十三条。',
			},
		];
		const data = [[[...EXAMS, 5, 'review'], { exam: face, attempts: [{ ...attempt, questions }] }]] as const;
		const text = textOf(
			render(<ReviewPage />, { session: clerk, data, at: '/exams/5/review', path: '/exams/:id/review' }),
		);
		for (const part of ['您的答案：A. 七个', '正确答案：B. 二十个', '第三十三条。', '答错'])
			expect(text).toContain(part);
	});
});

describe('what waits', () => {
	it('is an exam while it is open and not passed, due on the last day it can be taken', () => {
		// Closes at midnight in China: the last day is the one before.
		expect(examTodo(face)[0]).toMatchObject({ due: '2026-06-04', action: '待考试', path: '/exams/5' });
		expect(examTodo({ ...face, standing: { ...standing, passed: true } })).toEqual([]);
		expect(examTodo({ ...face, window: 'before' })).toEqual([]);
		expect(examTodo({ ...face, takes: false })).toEqual([]);
		expect(examTodo({ ...face, standing: { ...standing, tries: 2, left: 0, best: 10 } })).toEqual([]);
	});

	it('is a training to go to on its day, to confirm, and to rate', () => {
		expect(trainingTodos(row)).toEqual([
			expect.objectContaining({ due: '2026-06-03', action: '参加培训（9:00—11:30，三楼会议室）' }),
		]);
		const held = {
			...row,
			state: 'held' as const,
			own: { invited: true, onList: true, mayRate: true, mayConfirm: true },
		};
		expect(trainingTodos(held).map(({ action }) => action)).toEqual(['待确认本机关参加人员', '待评价']);
		expect(trainingTodos({ ...row, own: { ...row.own, onList: false } })).toEqual([]);
	});
});

describe('the knowledge base', () => {
	it('shows an article in paragraphs, with its law and its screens', () => {
		const article = {
			...{
				key: 'k',
				title: '补正',
				category: 'application',
				categoryLabel: '依申请公开',
				body: '第一段。\n\n第二段。',
			},
			...{
				articles: [30],
				links: [{ label: '依申请公开', path: '/applications' }],
				retired: false,
				revision: 0,
				changedAt: null,
			},
		};
		const markup = render(<ArticlePage />, {
			session: clerk,
			data: [[[...KNOWLEDGE, 'k'], article]],
			at: '/knowledge/k',
			path: '/knowledge/:key',
		});
		expect(markup.match(/<p>第/g)).toHaveLength(2);
		expect(textOf(markup)).toContain('条例第30条');
		expect(textOf(markup)).not.toContain('修改');
	});
});

describe('words', () => {
	it('there is one for every state', () => {
		expect(Object.keys(TRAINING_LOOK)).toEqual(['planned', 'notified', 'held', 'closed', 'cancelled']);
		expect(EXAM_LOOK[examState({ state: 'announced', window: 'open' })][0]).toBe('进行中');
		expect(EXAM_LOOK[examState({ state: 'draft', window: 'open' })][0]).toBe('草拟');
		expect([letterOf(0), clockText(125), clockText(-3)]).toEqual(['A', '2:05', '0:00']);
	});
});
