import { describe, expect, test } from 'vitest';
import { type Applicant, applicantOf } from '../identity/applicant.ts';
import type { Request } from '../model.ts';
import { checkApplicant, checkRequest, MAX_FEATURES, MAX_TITLE } from './intake.ts';

const request: Request = {
	applicantKind: 'natural',
	title: '农村道路养护资金使用情况',
	documentNumber: '',
	features: '',
	form: 'paper',
	delivery: 'pickup',
	assisted: false,
	assistance: '',
	onBehalf: false,
	notify: 'none',
};
const person: Partial<Applicant> = { name: '王小雨', idNumber: '110101199003077379', phone: '13900000000' };
const company: Partial<Applicant> = {
	name: '禾木农业有限公司',
	creditCode: '91990123MA00000013',
	contactPerson: '李青',
	phone: '0999-8100001',
};

function complaints(given: Partial<Applicant>, change: Partial<Request> = {}, complete = true): string[] {
	return checkApplicant({ ...request, ...change }, applicantOf(given), complete).map(({ key }) => key);
}

describe('what is asked for', () => {
	const keys = (change: Partial<Request>) => checkRequest({ ...request, ...change }).map(({ key }) => key);

	test('a name is enough; a purpose is never asked', () => {
		expect(keys({})).toEqual([]);
		expect(Object.keys(request)).not.toContain('purpose');
	});

	test('nothing at all is not', () => {
		expect(keys({ title: '' })).toEqual(['request.title']);
		expect(keys({ title: '   ' })).toEqual(['request.title']);
	});

	test('lengths have limits, and the message says how long the text is', () => {
		expect(keys({ title: '长'.repeat(MAX_TITLE) })).toEqual([]);
		expect(keys({ title: '长'.repeat(MAX_TITLE + 1) })).toEqual(['text.long']);
		const [found] = checkRequest({ ...request, features: '长'.repeat(1_000_000) });
		expect(found?.message).toBe(`其他特征性描述不超过${MAX_FEATURES}字，现有1000000字。较长的内容请作为附件上传。`);
		expect(found?.field).toBe('features');
	});

	test('several mistakes come together', () => {
		expect(keys({ title: '', documentNumber: '长'.repeat(101), assistance: '长'.repeat(501) })).toEqual([
			'request.title',
			'text.long',
			'text.long',
		]);
	});
});

describe('a person on the portal', () => {
	test('gives name, proof of identity and a telephone', () => {
		expect(complaints(person)).toEqual([]);
		expect(complaints({})).toEqual(['applicant.name', 'applicant.idNumber', 'applicant.phone']);
	});

	test('with an identity card has a number that can be one', () => {
		expect(complaints({ ...person, idNumber: '110101199003077370' })).toEqual(['applicant.idCard']);
	});

	test('with a passport may have any number', () => {
		expect(complaints({ ...person, idKind: 'passport', idNumber: 'E12345678' })).toEqual([]);
	});

	test('needs no credit code and no contact person', () => {
		expect(complaints({ ...person, creditCode: '', contactPerson: '' })).toEqual([]);
	});

	test('issues stand beside the applicant’s fields', () => {
		const fields = checkApplicant(request, applicantOf({}), true).map(({ field }) => field);
		expect(fields).toEqual(['applicant.name', 'applicant.idNumber', 'applicant.phone']);
	});
});

describe('an organisation on the portal', () => {
	const kind = { applicantKind: 'business' } as const;

	test('gives name, code, contact and a telephone', () => {
		expect(complaints({}, kind)).toEqual([
			'applicant.name',
			'applicant.creditCode',
			'applicant.contact',
			'applicant.phone',
		]);
	});

	test('has a code that can be one', () => {
		expect(complaints({ ...company, creditCode: '91990123MA0000001Z' }, kind)).toContain('applicant.creditCodeForm');
	});

	test('is not asked for an identity card', () => {
		expect(complaints({ ...company, idNumber: '' }, kind)).not.toContain('applicant.idNumber');
	});
});

describe('the way chosen must be possible', () => {
	test.each([
		['post', 'applicant.address', { address: '柳溪镇中街1号' }],
		['email', 'applicant.email', { email: 'wang@example.cn' }],
		['fax', 'applicant.fax', { fax: '0999-8100011' }],
	] as const)('%s needs its address', (delivery, key, given) => {
		expect(complaints(person, { delivery })).toEqual([key]);
		expect(complaints({ ...person, ...given }, { delivery })).toEqual([]);
	});

	test('fetched or read on the spot needs none', () => {
		for (const delivery of ['pickup', 'onSite', 'online'] as const) {
			expect(complaints(person, { delivery })).toEqual([]);
		}
	});
});

describe('on behalf', () => {
	test('needs who, and with what authority', () => {
		expect(complaints(person, { onBehalf: true })).toEqual(['applicant.agentName', 'applicant.agentAuthority']);
		expect(complaints({ ...person, agentName: '李青', agentAuthority: '授权委托书' }, { onBehalf: true })).toEqual([]);
	});
});

describe('on paper', () => {
	test('a name is enough: what is missing is asked for by a supplement notice', () => {
		expect(complaints({ name: '王小雨' }, {}, false)).toEqual([]);
		expect(complaints({ name: '禾木公司' }, { applicantKind: 'business', delivery: 'post' }, false)).toEqual([]);
	});

	test('but what is given must be right', () => {
		expect(complaints({ name: '王小雨', idNumber: '123', phone: 'abc', email: 'x' }, {}, false)).toEqual([
			'applicant.idCard',
			'applicant.phoneForm',
			'applicant.emailForm',
		]);
	});

	test('without a name nobody can be answered', () => {
		expect(complaints({}, {}, false)).toEqual(['applicant.name']);
	});
});

test('no field takes a book', () => {
	const long = '长'.repeat(201);
	expect(complaints({ ...person, name: long, address: long, workUnit: long }, {}, true)).toEqual([
		'text.long',
		'text.long',
		'text.long',
	]);
});
