import type { DraftKind } from '../../../parts/draft/use-draft.ts';
import { type Guide, type GuideContent, guideKey, readGuide, saveGuide } from '../api.ts';

const same = (content: GuideContent) => content;

/** How the guide of an office is read, saved and put into the form. */
export function guideDraft(officeId: number): DraftKind<Guide, GuideContent, GuideContent> {
	return {
		name: `guide:${officeId}`,
		queryKey: guideKey(officeId),
		read: () => readGuide(officeId),
		save: async (version, content) => (await saveGuide(officeId, version, content)).version,
		textOf: ({ version, content, mayEdit, issues }) => ({ version, content, editable: mayEdit, missing: issues }),
		valuesOf: same,
		contentOf: same,
	};
}

/** What each field of the guide is called. */
export function guideLabels({ sections }: Pick<Guide, 'sections'>): Record<string, string> {
	return Object.fromEntries(sections.flatMap(({ fields }) => fields.map(({ key, label }) => [key, label])));
}

/** Where the guide stands, in one line. */
export function standing({
	version,
	published,
	savedByName,
}: Pick<Guide, 'version' | 'published' | 'savedByName'>): string {
	if (published)
		return `现行第${published.number}版${version > 0 && savedByName ? `；编写稿由${savedByName}保存` : ''}`;
	return '尚未发布';
}
