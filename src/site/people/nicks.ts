// The nicks of a person, each with what shows that it is the person's: "became jcuster, Fri 4 Oct, 12:45".
import type { ArchiveIndex, NickProof, PersonSummary } from '../../store.ts';
import { lower } from '../../shared/casemap.ts';
import { groupedBy } from '../../shared/lists.ts';
import { counted, grouped } from '../../shared/numbers.ts';
import type { ChannelFacts } from '../parts/channel-facts.ts';
import { hmAt } from '../parts/clock.ts';
import { html } from '../parts/html.ts';
import type { Markup, Value } from '../parts/html.ts';
import { direction, joined } from '../parts/ledger.ts';
import type { Life } from './lives.ts';
import { dayPath, href } from '../parts/urls.ts';

const MOST_NICKS = 24;
/** Pieces of evidence shown of one nick; what renames show for single stays can be much. */
const MOST_EVIDENCE = 3;

/** The table of a person's nicks, most lines first. */
export function nicks(index: ArchiveIndex, facts: ChannelFacts, person: PersonSummary, life: Life | undefined): Markup {
  const proofs = groupedBy(person.evidence ?? [], ({ nick }) => lower(nick));
  const used = new Map(life?.whole.nicks.map((one) => [lower(one[0]), one]));
  const rows = person.nicks
    .map((name) => {
      const [nick, lines, stays] = used.get(lower(name)) ?? [name, 0, 0];
      return { nick, lines, stays };
    })
    .sort((a, b) => b.lines - a.lines || b.stays - a.stays);
  const counts = life !== undefined;
  const shown = rows.slice(0, MOST_NICKS).map(({ nick, lines }) => {
    const own = proofs.get(lower(nick)) ?? [];
    const told = own.slice(0, MOST_EVIDENCE).map((proof) => html`<span>${evidence(index, facts, proof)}</span>`);
    const more = own.length - told.length;
    return html`<tr><th scope=row><b${direction(nick)}>${nick}</b>${counts && html`<td class=num>${lines > 0 ? grouped(lines) : '–'}`}<td>${
      told.length > 0 ? joined('; ', told) : 'the name used here'
    }${more > 0 && html`; <small>${grouped(more)} times more</small>`}
`;
  });
  const rest = rows.length - shown.length;
  return html`<h2>Nicks</h2><table class=mini><thead><tr><th scope=col>Nick${counts && html`<th scope=col class=num>Lines`}<th scope=col>Because<tbody>
${shown}</table>
${rest > 0 && html`<p class=key>and ${counted(rest, 'nick')} more</p>\n`}`;
}

function evidence(index: ArchiveIndex, facts: ChannelFacts, proof: NickProof): Value {
  switch (proof.by) {
    case 'host':
      return html`has the user and host of <bdi>${proof.with}</bdi>`;
    case 'settings':
      return proof.span ? 'the archive’s settings say so, for a time' : 'the archive’s settings say so';
    case 'rename': {
      const { rename } = proof;
      const left = lower(rename.from) === lower(proof.nick);
      const words = left ? html`became <bdi>${rename.to}</bdi>` : html`was <bdi>${rename.from}</bdi>`;
      const path = `${dayPath(facts.index.channel.slug, rename.date)}#${rename.id}`;
      return html`${words}, <a href=${href(index.base, path)}>${facts.nameOf(rename.date)}, ${hmAt(index.zone, rename.at)}</a>${proof.span && ', for that stay'}`;
    }
  }
}
