import type { DraftKind } from '../../../parts/draft/use-draft.ts';
import { type Content, type DocumentDetail, documentKey, readDocument, saveDraft } from '../api.ts';
import { contentOf, type EditorValues, valuesOf } from './values.ts';

/** How a document is read, saved and put into the form. */
export function documentDraft(id: number): DraftKind<DocumentDetail, Content, EditorValues> {
	return {
		name: `document:${id}`,
		queryKey: documentKey(id),
		read: () => readDocument(id),
		save: async (version, content) => (await saveDraft(id, version, content)).version,
		textOf: ({ version, content, mayEdit, missing }) => ({ version, content, editable: mayEdit, missing }),
		valuesOf,
		contentOf,
	};
}
