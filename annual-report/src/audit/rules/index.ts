import type { Rule } from '../../model/index.ts';
import { A01 } from './A-01.ts';
import { A02 } from './A-02.ts';
import { A03 } from './A-03.ts';
import { A04 } from './A-04.ts';
import { A05 } from './A-05.ts';
import { A06 } from './A-06.ts';
import { A07 } from './A-07.ts';
import { A08 } from './A-08.ts';
import { A09 } from './A-09.ts';
import { A10 } from './A-10.ts';
import { A11 } from './A-11.ts';
import { A12 } from './A-12.ts';
import { A13 } from './A-13.ts';
import { A14 } from './A-14.ts';
import { A15 } from './A-15.ts';
import { A16 } from './A-16.ts';
import { A17 } from './A-17.ts';
import { A18 } from './A-18.ts';
import { A19 } from './A-19.ts';
import { A20 } from './A-20.ts';
import { A21 } from './A-21.ts';
import { AMISS } from './A-MISS.ts';
import { N504 } from './N-50-4.ts';
import { NBLANK } from './N-BLANK.ts';
import { NCARRY } from './N-CARRY.ts';
import { NCASE } from './N-CASE.ts';
import { NCITE } from './N-CITE.ts';
import { NCLEAN } from './N-CLEAN.ts';
import { NCONTACT } from './N-CONTACT.ts';
import { NCOUNT } from './N-COUNT.ts';
import { NDATE } from './N-DATE.ts';
import { NDUP } from './N-DUP.ts';
import { NEMPTY } from './N-EMPTY.ts';
import { NFEE } from './N-FEE.ts';
import { NFIG } from './N-FIG.ts';
import { NFIVE } from './N-FIVE.ts';
import { NFORM } from './N-FORM.ts';
import { NHEAD } from './N-HEAD.ts';
import { NLIST } from './N-LIST.ts';
import { NNORM } from './N-NORM.ts';
import { NNUM } from './N-NUM.ts';
import { NPCT } from './N-PCT.ts';
import { NPUB } from './N-PUB.ts';
import { NREFUSE } from './N-REFUSE.ts';
import { NREQ } from './N-REQ.ts';
import { NRES } from './N-RES.ts';
import { NRESULT } from './N-RESULT.ts';
import { NSEC } from './N-SEC.ts';
import { NSIM } from './N-SIM.ts';
import { NSUM } from './N-SUM.ts';
import { NTITLE } from './N-TITLE.ts';
import { NYEAR } from './N-YEAR.ts';
import { T2INT } from './T2-INT.ts';
import { T2REG } from './T2-REG.ts';
import { T2RULES } from './T2-RULES.ts';
import { T2UNIT } from './T2-UNIT.ts';
import { T2BITEM } from './T2B-ITEM.ts';
import { T2BMANY } from './T2B-MANY.ts';
import { T2BPROC } from './T2B-PROC.ts';
import { T2BPUB } from './T2B-PUB.ts';
import { T2CFEE } from './T2C-FEE.ts';
import { T2CLIB } from './T2C-LIB.ts';
import { T2CSTOCK } from './T2C-STOCK.ts';
import { T3BAL } from './T3-BAL.ts';
import { T3CARRY } from './T3-CARRY.ts';
import { T3GRP } from './T3-GRP.ts';
import { T3INT } from './T3-INT.ts';
import { T3KIND } from './T3-KIND.ts';
import { T3MISS } from './T3-MISS.ts';
import { T3OPEN } from './T3-OPEN.ts';
import { T3REG } from './T3-REG.ts';
import { T3ROW } from './T3-ROW.ts';
import { T3SUM } from './T3-SUM.ts';
import { T4INT } from './T4-INT.ts';
import { T4MISS } from './T4-MISS.ts';
import { T4PEND } from './T4-PEND.ts';
import { T4PRE } from './T4-PRE.ts';
import { T4REG } from './T4-REG.ts';
import { T4SUM } from './T4-SUM.ts';
import { T4T3 } from './T4-T3.ts';

/** Every rule of the audit, in the order of the index. */
export const rules: readonly Rule[] = [
	A01,
	A02,
	A03,
	A04,
	A05,
	A06,
	A07,
	A08,
	A09,
	A10,
	A11,
	A12,
	A13,
	A14,
	A15,
	A16,
	A17,
	A18,
	A19,
	A20,
	A21,
	AMISS,
	T2INT,
	T2REG,
	T2RULES,
	T2UNIT,
	T2BITEM,
	T2BMANY,
	T2BPROC,
	T2BPUB,
	T2CFEE,
	T2CLIB,
	T2CSTOCK,
	T3BAL,
	T3CARRY,
	T3GRP,
	T3INT,
	T3KIND,
	T3MISS,
	T3OPEN,
	T3REG,
	T3ROW,
	T3SUM,
	T4INT,
	T4MISS,
	T4PEND,
	T4PRE,
	T4REG,
	T4SUM,
	T4T3,
	N504,
	NBLANK,
	NCARRY,
	NCASE,
	NCITE,
	NCLEAN,
	NCONTACT,
	NCOUNT,
	NDATE,
	NDUP,
	NEMPTY,
	NFEE,
	NFIG,
	NFIVE,
	NFORM,
	NHEAD,
	NLIST,
	NNORM,
	NNUM,
	NPCT,
	NPUB,
	NREFUSE,
	NREQ,
	NRES,
	NRESULT,
	NSEC,
	NSIM,
	NSUM,
	NTITLE,
	NYEAR,
];
