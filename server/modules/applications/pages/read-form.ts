import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Applicant, applicantOf, ID_KINDS, type IdKind } from '../identity/applicant.ts';
import {
	APPLICANT_KINDS,
	type ApplicantKind,
	DELIVERIES,
	type Delivery,
	FORMS,
	type Form,
	NOTIFICATIONS,
	type NotifyWay,
	type Request,
} from '../model.ts';

export type PostedForm = Readonly<Record<string, string>>;

export interface ReadForm {
	request: Request;
	applicant: Applicant;
	/** What the rules cannot see: choices not made. Fields are those of the form. */
	issues: Issue[];
}

/** NUL and lone surrogates can be posted and not be stored. */
function clean(text: string | undefined): string {
	return (text ?? '')
		.replaceAll('\u0000', '')
		.replace(/\p{Surrogate}/gu, '')
		.trim();
}

function choice<K extends string>(table: Readonly<Record<K, unknown>>, value: string | undefined): K | null {
	return value !== undefined && Object.hasOwn(table, value) ? (value as K) : null;
}

/** The form of an application as posted. Groups that do not apply to the kind of applicant are not looked at. */
export function readForm(form: PostedForm): ReadForm {
	const kind = choice<ApplicantKind>(APPLICANT_KINDS, form.applicantKind);
	const issues = [
		...(kind === null ? [issue('form.kind', '请选择申请人类型。', 'applicantKind')] : []),
		...(form.consent === 'yes' ? [] : [issue('form.consent', '请阅读并勾选承诺事项。', 'consent')]),
	];
	const field = (name: string) => clean(form[name]);
	const request: Request = {
		applicantKind: kind ?? 'natural',
		title: field('title'),
		documentNumber: field('documentNumber'),
		features: field('features'),
		form: choice<Form>(FORMS, form.form) ?? 'paper',
		delivery: choice<Delivery>(DELIVERIES, form.delivery) ?? 'post',
		assisted: form.assisted === 'yes',
		assistance: form.assisted === 'yes' ? field('assistance') : '',
		onBehalf: form.onBehalf === 'yes',
		notify: choice<NotifyWay>(NOTIFICATIONS, form.notify) ?? 'none',
	};
	return { request, applicant: readApplicant(form, request), issues };
}

function readApplicant(form: PostedForm, { applicantKind, onBehalf }: Request): Applicant {
	const field = (name: string) => clean(form[name]);
	const contact = {
		phone: field('phone'),
		email: field('email'),
		address: field('address'),
		postcode: field('postcode'),
		fax: field('fax'),
	};
	const agent = onBehalf
		? {
				agentName: field('agentName'),
				agentIdNumber: field('agentIdNumber'),
				agentPhone: field('agentPhone'),
				agentAuthority: field('agentAuthority'),
			}
		: {};
	const who =
		applicantKind === 'natural'
			? {
					name: field('person.name'),
					idKind: choice<IdKind>(ID_KINDS, form['person.idKind']) ?? 'idCard',
					idNumber: field('person.idNumber'),
					workUnit: field('person.workUnit'),
				}
			: {
					name: field('organisation.name'),
					creditCode: field('organisation.creditCode'),
					legalRepresentative: field('organisation.legalRepresentative'),
					contactPerson: field('organisation.contactPerson'),
				};
	return applicantOf({ ...contact, ...agent, ...who });
}

const PERSON = ['name', 'idKind', 'idNumber', 'workUnit'];
const ORGANISATION = ['name', 'creditCode', 'legalRepresentative', 'contactPerson'];

/** The inputs in the order they stand on the page, which is the order the error summary lists them in. */
const ORDER = [
	'applicantKind',
	...PERSON.map((name) => `person.${name}`),
	...ORGANISATION.map((name) => `organisation.${name}`),
	...['phone', 'email', 'address', 'postcode', 'fax', 'onBehalf', 'agentName', 'agentIdNumber', 'agentPhone'],
	...['agentAuthority', 'title', 'documentNumber', 'features', 'form', 'delivery', 'notify', 'assisted', 'assistance'],
	...['consent', 'files'],
];

/** All issues of a form as the page shows them. Without a kind of applicant nothing is said about either group. */
export function inOrder(issues: readonly Issue[]): Issue[] {
	const place = ({ field }: Issue) => (field ? ORDER.indexOf(field) : -1);
	const noKind = issues.some(({ field }) => field === 'applicantKind');
	const shown = issues.filter(({ field }) => !noKind || !/^(person|organisation)\./.test(field ?? ''));
	return shown.sort((a, b) => place(a) - place(b));
}

/** Issues of the rules, beside the inputs of this form: `applicant.name` is one of two inputs here. */
export function onForm(issues: readonly Issue[], kind: ApplicantKind): Issue[] {
	return issues.map((one) => {
		const inner = one.field?.startsWith('applicant.') ? one.field.slice('applicant.'.length) : null;
		if (inner === null) return one;
		const group = kind === 'natural' ? PERSON : ORGANISATION;
		const prefix = kind === 'natural' ? 'person.' : 'organisation.';
		return { ...one, field: group.includes(inner) ? prefix + inner : inner };
	});
}
