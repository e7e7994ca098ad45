import type { Todo } from '../../app/feature.ts';
import { readHandovers, readTrainings, type TrainingRow } from './api.ts';
import { type ExamRow, readExams } from './exam-api.ts';

/** Exams to take, trainings to attend, to confirm and to rate, hand-overs that wait for this person. */
export async function loadTodo(): Promise<readonly Todo[]> {
	const [exams, trainings, handovers] = await Promise.all([
		readExams(),
		readTrainings({ q: '', page: 1, pageSize: 50 }),
		readHandovers(),
	]);
	return [
		...exams.flatMap(examTodo),
		...trainings.rows.flatMap(trainingTodos),
		...handovers
			.filter(({ own }) => own.mayGive || own.mayTake)
			.map(({ id, fromName, toName, own }) => ({
				key: `handover ${id}`,
				title: `工作交接：${fromName}移交${toName}`,
				action: own.mayGive ? '待移交人确认' : '待接收人确认',
				path: `/handovers/${id}`,
			})),
	];
}

const CHINA = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** The last day on which an exam can be taken: one that closes at midnight is over the day before. */
function lastDay(closesAt: string): string {
	return CHINA.format(new Date(new Date(closesAt).getTime() - 1));
}

export function examTodo({ id, title, takes, window, standing, closesAt }: ExamRow): Todo[] {
	const isWaiting = takes && window === 'open' && !standing.passed && (standing.left > 0 || standing.running);
	if (!isWaiting) return [];
	const action = standing.running ? '答题中，请继续' : standing.tries > 0 ? '未合格，可以再考' : '待考试';
	return [{ key: `exam ${id}`, title, action, path: `/exams/${id}`, due: lastDay(closesAt) }];
}

export function trainingTodos({ id, title, day, hours, place, state, own, kindLabel }: TrainingRow): Todo[] {
	const base = { title, path: `/trainings/${id}` };
	const todos: Todo[] = [];
	if (state === 'notified' && own.onList) {
		const where = [hours, place].filter((text) => text !== '').join('，');
		todos.push({ ...base, key: `attend ${id}`, action: `参加${kindLabel}${where ? `（${where}）` : ''}`, due: day });
	}
	if (own.mayConfirm) todos.push({ ...base, key: `confirm ${id}`, action: '待确认本机关参加人员' });
	if (own.mayRate) todos.push({ ...base, key: `rate ${id}`, action: '待评价' });
	return todos;
}
