import { type Answer, api, type Body, dataOf } from '../../../api/index.ts';

export type WordingLine = Answer<'/api/applications/wordings'>['rows'][number];
export type WordingView = Answer<'/api/applications/wordings/{name}'>;
export type Change = Body<'/api/applications/wordings/{name}', 'put'>;

export const KEY = ['letter-wordings'] as const;

export const READERS: Record<WordingLine['to'], string> = {
	applicant: '申请人',
	thirdParty: '第三方',
	agency: '其他机关',
	office: '本机关（申请人填写）',
	file: '存入案卷',
};

export function readWordings(): Promise<WordingLine[]> {
	return dataOf(api.GET('/api/applications/wordings')).then(({ rows }) => rows);
}

const at = (name: string) => ({ params: { path: { name } } });

export function readWording(name: string): Promise<WordingView> {
	return dataOf(api.GET('/api/applications/wordings/{name}', at(name)));
}

export function changeWording(name: string, body: Change) {
	return dataOf(api.PUT('/api/applications/wordings/{name}', { ...at(name), body }));
}
