import type { ColumnType, Generated } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';
import type {
	Answers,
	Article,
	Category,
	ExamState,
	HandoverItem,
	HandoverState,
	Kind,
	Level,
	Post,
	Question,
	QuestionKind,
	Quota,
	State,
} from '../model.ts';

/** `jsonb` is read as a value and written as text. */
type Json<T> = ColumnType<T, string, string>;

interface TrainingTable {
	id: Generated<number>;
	office_id: number;
	kind: Kind;
	title: string;
	day: string;
	hours: string;
	place: string;
	speaker: string;
	content: string;
	minutes: string;
	state: State;
	entry_id: number | null;
	revision: Generated<number>;
	person_name: string;
	created_at: Date;
}

interface TrainingPersonTable {
	id: Generated<number>;
	training_id: number;
	office_id: number;
	person_id: number | null;
	name: string;
	position: string;
	attended: boolean | null;
	rated: Generated<boolean>;
}

interface ExamTable {
	id: Generated<number>;
	office_id: number;
	title: string;
	note: string;
	mode: 'fixed' | 'random';
	chosen: Json<string[]>;
	quotas: Json<Quota[]>;
	offices: Json<number[]>;
	seed: string;
	pool: ColumnType<Question[] | null, string | null, string | null>;
	opens_at: Date;
	closes_at: Date;
	minutes: number;
	pass_mark: number;
	tries: number;
	sealed: boolean;
	state: ExamState;
	revision: Generated<number>;
	person_name: string;
	created_at: Date;
}

interface AttemptTable {
	id: Generated<number>;
	exam_id: number;
	person_id: number;
	office_id: number;
	number: number;
	keys: Json<string[]>;
	answers: Json<Answers>;
	started_at: Date;
	due_at: Date;
	submitted_at: Date | null;
	version: Generated<number>;
}

interface QuestionTable {
	id: Generated<number>;
	kind: QuestionKind;
	text: string;
	options: Json<string[]>;
	answer: Json<number[]>;
	article: number;
	level: Level;
	why: string;
	retired_at: Date | null;
	revision: Generated<number>;
	person_name: string;
	created_at: Date;
}

interface PostTable {
	id: Generated<number>;
	office_id: number;
	post: Post;
	name: string;
	person_id: number | null;
	position: string;
	phone: string;
	since: string;
	until: string | null;
	revision: Generated<number>;
}

interface HandoverTable {
	id: Generated<number>;
	office_id: number;
	from_person_id: number;
	to_person_id: number;
	reason: string;
	note: string;
	items: Json<HandoverItem[]>;
	gathered_at: Date;
	state: HandoverState;
	given_at: Date | null;
	taken_at: Date | null;
	revision: Generated<number>;
	created_at: Date;
}

interface ArticleTable {
	key: string;
	title: string;
	category: Category;
	body: string;
	articles: Json<number[]>;
	links: Json<Article['links']>;
	retired: boolean;
	revision: Generated<number>;
	person_name: string;
	changed_at: Date;
}

export type Tables = {
	training: TrainingTable;
	training_office: {
		training_id: number;
		office_id: number;
		confirmed_at: Date | null;
		confirmed_by: Generated<string>;
		entry_id: number | null;
	};
	training_person: TrainingPersonTable;
	training_rating: { id: Generated<string>; training_id: number; scores: Json<number[]>; comment: string };
	training_file: {
		id: Generated<number>;
		training_id: number;
		file_sha256: string;
		file_name: string;
		media_type: string;
		size: number;
		person_name: string;
		created_at: Date;
	};
	exam_question: QuestionTable;
	exam_question_off: { key: string; person_name: string; created_at: Date };
	exam: ExamTable;
	exam_attempt: AttemptTable;
	post_holder: PostTable;
	post_duty: { post: Post; text: string; person_name: string; changed_at: Date };
	handover: HandoverTable;
	knowledge_article: ArticleTable;
};

export function tables(reader: Reader) {
	return reader.sql.withTables<Tables>();
}
