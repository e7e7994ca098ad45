import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Issue } from '../../../kernel/issue.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { type Office, officeById, personName } from '../../offices/index.ts';
import { mayEditGuide, mayPublishGuide } from '../policy.ts';
import { guideIssues } from '../rules/guide.ts';
import { type GuideContent, guideSchema } from '../standard/guide.ts';
import { type GuideEdition, selectGuide, selectGuideDraft } from '../store.ts';

/** The guide in force of an office; null before its first edition. Public. */
export async function guideOf(reader: Reader, officeId: number): Promise<GuideEdition | null> {
	return await selectGuide(reader, officeId);
}

/** A first draft from what the county knows about the office. */
export function guideFromOffice(office: Office): GuideContent {
	return guideSchema.parse({
		bodyName: office.contactOffice,
		address: office.address,
		postcode: office.postcode,
		officeHours: office.officeHours,
		phone: office.phone,
		fax: office.fax,
		internet: office.email,
		supervision: supervision(office),
	});
}

function supervision(office: Office): string {
	if (!office.reviewBody || !office.court) return '';
	return `公民、法人或者其他组织认为本机关未依法履行政府信息公开义务的，可以向县政务公开主管部门投诉举报；认为本机关在政府信息公开工作中侵犯其合法权益的，可以依法向${office.reviewBody}申请行政复议，或者向${office.court}提起行政诉讼。`;
}

/** The guide as its editor sees it. */
export interface GuideInWork {
	office: Pick<Office, 'id' | 'name' | 'slug'>;
	/** What a save must have seen; 0 before the first. */
	version: number;
	content: GuideContent;
	savedAt: Date | null;
	savedByName: string;
	published: GuideEdition | null;
	/** What keeps it from being published. */
	issues: Issue[];
	mayEdit: boolean;
	mayPublish: boolean;
}

/** The guide being written. @throws AppError `notFound` outside the reader's offices */
export async function guideInWork(reader: Reader, officeId: number): Promise<GuideInWork> {
	const scope = scopeOf(reader.actor);
	const office = await officeById(reader, officeId);
	const seen = scope.kind === 'all' || (scope.kind === 'office' && scope.officeId === officeId);
	if (!office || !seen) throw new AppError('notFound');
	const draft = await selectGuideDraft(reader, scope, officeId);
	const published = await selectGuide(reader, officeId);
	const content = guideSchema.parse(draft?.content ?? published?.content ?? guideFromOffice(office));
	return {
		office: { id: office.id, name: office.name, slug: office.slug },
		version: draft?.version ?? 0,
		content,
		savedAt: draft?.savedAt ?? null,
		savedByName: draft?.savedBy ? await personName(reader, draft.savedBy) : '',
		published,
		issues: guideIssues(content),
		mayEdit: mayEditGuide(reader.actor, officeId),
		mayPublish: mayPublishGuide(reader.actor, officeId),
	};
}
