import { type Member, type ReadMember, readMember } from '../read/index.ts';

export type ReadableMember = Extract<Member, { bytes: Uint8Array }>;

/** One file, in a thread of its own. */
export function readApart({ bytes, file }: ReadableMember): Promise<ReadMember> {
	return readMember(bytes, file);
}
