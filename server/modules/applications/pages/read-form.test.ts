import { describe, expect, test } from 'vitest';
import { issue } from '../../../kernel/issue.ts';
import { inOrder, onForm, readForm } from './read-form.ts';

const natural = {
	applicantKind: 'natural',
	'person.name': ' 王小雨 ',
	'person.idKind': 'passport',
	'person.idNumber': 'E123',
	'organisation.name': '禾木公司',
	'organisation.creditCode': 'X',
	phone: '139',
	title: '道路',
	consent: 'yes',
};

describe('reading the form', () => {
	test('takes the group of the chosen kind and leaves the other', () => {
		const { applicant, request, issues } = readForm(natural);
		expect(issues).toEqual([]);
		expect(request.applicantKind).toBe('natural');
		expect(applicant).toMatchObject({ name: '王小雨', idKind: 'passport', idNumber: 'E123', creditCode: '' });
		const other = readForm({ ...natural, applicantKind: 'research' }).applicant;
		expect(other).toMatchObject({ name: '禾木公司', creditCode: 'X', idNumber: '', workUnit: '' });
	});

	test('asks for kind and consent', () => {
		expect(readForm({}).issues.map(({ field }) => field)).toEqual(['applicantKind', 'consent']);
		expect(readForm({ ...natural, consent: 'on' }).issues.map(({ key }) => key)).toEqual(['form.consent']);
	});

	test('what is no kind is none, also the names of an object', () => {
		for (const applicantKind of ['', 'person', 'constructor', 'toString', '__proto__']) {
			expect(readForm({ ...natural, applicantKind }).issues.map(({ key }) => key)).toEqual(['form.kind']);
		}
	});

	test('takes an agent only when one acts', () => {
		const form = { ...natural, agentName: '李青', agentAuthority: '委托书' };
		expect(readForm(form).applicant.agentName).toBe('');
		expect(readForm({ ...form, onBehalf: 'yes' }).applicant).toMatchObject({
			agentName: '李青',
			agentAuthority: '委托书',
		});
	});

	test('takes the help wanted only when help is wanted', () => {
		expect(readForm({ ...natural, assistance: '大字' }).request.assistance).toBe('');
		expect(readForm({ ...natural, assisted: 'yes', assistance: '大字' }).request.assistance).toBe('大字');
	});

	test('falls back to paper by post', () => {
		expect(readForm(natural).request).toMatchObject({ form: 'paper', delivery: 'post' });
		expect(readForm({ ...natural, form: 'disc', delivery: 'fax' }).request).toMatchObject({
			form: 'disc',
			delivery: 'fax',
		});
	});

	test('leaves out what cannot be stored', () => {
		const { request } = readForm({ ...natural, title: 'a\u0000b', features: 'c\ud800d😀' });
		expect(request.title).toBe('ab');
		expect(request.features).toBe('cd😀');
	});
});

describe('issues on the form', () => {
	const at = (field?: string) => issue('k', 'm', field);
	const fields = (issues: ReturnType<typeof onForm>) => issues.map(({ field }) => field);

	test('of the applicant stand beside the input of the chosen group', () => {
		const given = [at('applicant.name'), at('applicant.idNumber'), at('applicant.phone'), at('title')];
		expect(fields(onForm(given, 'natural'))).toEqual(['person.name', 'person.idNumber', 'phone', 'title']);
		const organisation = [at('applicant.name'), at('applicant.creditCode'), at('applicant.contactPerson')];
		expect(fields(onForm(organisation, 'business'))).toEqual([
			'organisation.name',
			'organisation.creditCode',
			'organisation.contactPerson',
		]);
	});

	test('come in the order of the page', () => {
		const given = [at('files'), at('consent'), at('title'), at('phone'), at('person.name')];
		expect(fields(inOrder(given))).toEqual(['person.name', 'phone', 'title', 'consent', 'files']);
	});

	test('of either group are not told before a kind is chosen', () => {
		expect(fields(inOrder([at('person.name'), at('applicantKind'), at('organisation.name'), at('title')]))).toEqual([
			'applicantKind',
			'title',
		]);
	});

	test('without a place come first', () => {
		expect(fields(inOrder([at('title'), at()]))).toEqual([undefined, 'title']);
	});
});
