import { createHash } from 'node:crypto';
import type { AnswerOf } from '@samstyr/contract/api/route';
import type { Routes } from '@samstyr/contract/api/routes';
import { overviewJson } from '@samstyr/contract/json/overview';
import type { Language } from '@samstyr/contract/texts/language';
import { sentence } from '@samstyr/contract/texts/sentence';
import { stepTexts } from '@samstyr/contract/texts/step-texts';
import { tell } from '@samstyr/contract/texts/tell';
import type { Scope } from '@samstyr/documents/joint-budget/source';
import { type Audience, type Edition, editionOf } from '@samstyr/documents/publish/edition';
import type { Format } from '@samstyr/documents/publish/format';
import { openPaperDesk, paperEntry } from '@samstyr/documents/publish/paper-desk';
import { drawnDocument, render } from '@samstyr/documents/publish/render';
import { closePaperDesks, openPaperDesks } from '@samstyr/documents/publish/render-all';
import { scopeOf, scopeProblemTexts } from '@samstyr/documents/publish/scope';
import { cellOf, hiddenIn } from '../access/sight.ts';
import { canonicalJson, sha256 } from '../audit/canonical.ts';
import { type Opened, openCooperation } from '../store/store.ts';
import { type JobFile, typeOf, type Wish } from './job-store.ts';
import { type Done, nothing, type Outside, refused, step, type Taken } from './job-work.ts';

type Rendered = {
  readonly opened: Opened;
  readonly edition: Edition;
  readonly scope: Scope;
  readonly files: readonly JobFile[];
};

/** The documents of a cooperation as it is now, one format at a time; or how it ended without. */
async function rendered(
  outside: Outside,
  job: Taken,
  wish: {
    readonly year: number;
    readonly language: Language;
    readonly formats: readonly Format[];
    readonly audience: Audience;
    readonly edition: string;
    readonly archive?: boolean;
  },
  isStopping: () => boolean,
): Promise<Rendered | Done | 'stopped'> {
  const { year, language, audience } = wish;
  if (!(await step(outside, job, 0, stepTexts.computes[language]))) return refused([]);
  const opened = await openCooperation(outside.store, job.place);
  if (opened === null) return refused([]);
  const edition = editionOf(opened.index, { year, rounding: 'agreement', audience });
  if (!edition.ok) return refused(edition.problems.map((problem) => sentence(problem, language)));
  const scope = scopeOf(opened.index, edition.value.overview, wish.edition);
  if (!scope.ok) return refused(scope.problems.map((problem) => tell(scopeProblemTexts, language, problem)));
  const wanted = { language, scope: scope.value, archive: wish.archive ?? false };
  // The page, the PDF and the Word file are one document: it is made once.
  const drawn = wish.formats.some((format) => ['html', 'pdf', 'docx'].includes(format))
    ? drawnDocument(edition.value, wanted)
    : null;
  const files: JobFile[] = [];
  // Pages are laid out in threads of their own: meanwhile the server answers.
  const desks = openPaperDesks(wish.formats, paperEntry());
  try {
    for (const [at, format] of wish.formats.entries()) {
      if (isStopping()) return 'stopped';
      if (!(await step(outside, job, at + 1, stepTexts[format][language]))) return refused([]);
      const made = await render(edition.value, format, wanted, drawn, (paper, work) =>
        (desks.get(paper) ?? openPaperDesk(paper, null)).write(work),
      );
      if (!made.ok) return refused(made.problems);
      for (const [name, content] of made.value)
        files.push({
          name: name.replaceAll('/', '-'),
          type: typeOf(name),
          content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
        });
    }
    return { opened, edition: edition.value, scope: scope.value, files };
  } finally {
    closePaperDesks(desks);
  }
}

export async function makeDocuments(
  outside: Outside,
  job: Taken,
  wish: Extract<Wish, { kind: 'documents' }>,
  isStopping: () => boolean,
): Promise<Done | 'stopped'> {
  const made = await rendered(outside, job, wish, isStopping);
  return made === 'stopped' || 'failed' in made
    ? made
    : { files: made.files, result: nothing, failed: false };
}

/**
 * Freezes a budget for everybody, at an address that is the hash of what is in it: the same budget published again is the same publication.
 * It stands with its files in the transaction that ends the job, so that nobody sees half of it. (S-HTTP-08)
 */
export async function publish(
  outside: Outside,
  job: Taken,
  wish: Extract<Wish, { kind: 'publication' }>,
  isStopping: () => boolean,
): Promise<Done | 'stopped'> {
  const made = await rendered(outside, job, { ...wish, audience: 'public' }, isStopping);
  if (made === 'stopped' || 'failed' in made) return made;
  const { opened, edition, files } = made;
  const { overview, pair } = edition;
  const cooperation = opened.index.model.cooperation[0]?.id ?? '';
  const said = editionWord(made.scope);
  const figures = publicFigures(opened, edition);
  const sums = files.map(({ name, content }) => ({
    name,
    sha256: createHash('sha256').update(content).digest('hex'),
  }));
  const version = pair.version.id;
  const id = sha256(
    canonicalJson({ cooperation, version, language: wish.language, edition: said, figures, files: sums }),
  );
  return {
    files: [],
    result: { ...nothing, publication: id },
    failed: false,
    also: async (client) => {
      // The head of the revision that was rendered, whatever has been written since.
      const { rowCount } = await client.query(
        `insert into samstyr.publication
           (id, cooperation_id, name, title, year, version, language, edition, published_at, published_by, audit_head, overview)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, a.hash, $11 from samstyr.audit a
         where a.cooperation_id = $2 and a.revision = $12 on conflict do nothing`,
        [
          ...[id, job.place, cooperation, overview.cooperation, wish.year, version, wish.language, said],
          ...[outside.access.now(), job.user, JSON.stringify(figures), opened.revision],
        ],
      );
      if (rowCount !== 1) return;
      for (const [at, { name, type, content }] of files.entries())
        await client.query(
          'insert into samstyr.publication_file (publication_id, name, type, sha256, content) values ($1, $2, $3, $4, $5)',
          [id, name, type, sums[at]?.sha256, Buffer.from(content)],
        );
    },
  };
}

const editionWord = (scope: Scope): string =>
  scope.scope === 'municipality' ? `municipality:${scope.party}` : scope.scope;

/** The matrix without what rests on few. */
function publicFigures({ index }: Opened, { overview }: Edition): AnswerOf<Routes['public.overview']> {
  const hidden = hiddenIn(index, overview);
  const gone = new Set(
    [...overview.rows, ...overview.totals]
      .filter((row) => hidden.cells.has(cellOf(row)))
      .map(({ figureId }) => figureId),
  );
  const isSeen = ({ figureId }: { readonly figureId: string }): boolean => !gone.has(figureId);
  const json = overviewJson(overview, null);
  return {
    ...json,
    rows: json.rows.filter(isSeen),
    totals: json.totals.filter(isSeen),
    withheld: [...gone].sort(),
  };
}
