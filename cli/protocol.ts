import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { bandsInWords } from '#core/protocols/bands-in-words';
import { type Protocol, stepsOf } from '#core/protocols/protocol';
import { readProtocol } from '#core/protocols/read-protocol';
import { typicalLoad } from '#core/protocols/typical-case';
import { verify } from '#core/protocols/verify';
import { namingOf, pathInWords, stepsInWords } from '#core/protocols/words';
import { english } from '#core/protocols/words-en';
import { protocolPolicy } from '#programmes/breast-no/reading';
import { typicalCases } from '#programmes/protocols/typical-cases';
import { workedProtocols } from '#programmes/protocols/worked';

export const usage = `runde protocol FILE.json|ID[/VERSION] [--json]
       runde protocol list
  in words, with its expected load, held to the programme's rules; exit code 1 and the faults when it cannot be used`;

/**
 * `runde protocol FILE.json|ID[/VERSION] [--json]`: a reading protocol in words, with its expected load, held to the programme's rules;
 * exit code 1 and the faults when it cannot be used. ID is a worked protocol; `runde protocol list` lists those.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [what, ...more] = positionals;
  if (what === undefined || more.length > 0)
    throw new Error(`expected one file, the id of a worked protocol, or "list"\nusage: ${usage}`);
  if (what === 'list') return list();
  const protocol = await find(what);
  const checked = verify(protocol, protocolPolicy);
  if (values.json) {
    const loads = Object.keys(protocol.arms).map((arm) => [arm, loadOf(protocol, arm)]);
    console.log(JSON.stringify({ protocol, ...checked, load: Object.fromEntries(loads) }, null, 2));
  } else {
    for (const arm of Object.keys(protocol.arms)) describe(protocol, arm, checked);
    for (const fault of checked.faults) console.error(`fault: ${fault}`);
    if (checked.faults.length === 0) console.log('no faults');
  }
  return checked.faults.length === 0 ? 0 : 1;
}

function list(): number {
  for (const { protocol, title, source } of workedProtocols)
    console.log(`${protocol.id.padEnd(18)} ${protocol.version.padEnd(3)} ${title.en} (${source})`);
  return 0;
}

async function find(what: string): Promise<Protocol> {
  const [id, version] = what.split('/');
  const worked = workedProtocols.filter(({ protocol }) => protocol.id === id);
  const wanted = worked.find(({ protocol }) => version === undefined || protocol.version === version);
  if (wanted) return wanted.protocol;
  if (worked.length > 0) {
    const versions = worked.map(({ protocol }) => protocol.version).join(', ');
    throw new Error(`${what}: there is no such version; there is ${versions}`);
  }
  if (!what.endsWith('.json')) throw new Error(`${what}: no worked protocol ("runde protocol list") and no .json file`);
  const read = readProtocol(await readFile(what, 'utf8'));
  if (!read.ok) throw new Error(`${what}: ${read.refusal.what}`);
  return read.value;
}

/** Reads, consensus and recalls per 1000 (programmes/protocols/typical-cases.ts says from what). */
function loadOf(protocol: Protocol, arm: string) {
  return typicalLoad(protocol, arm, typicalCases);
}

function describe(protocol: Protocol, arm: string, { arms }: ReturnType<typeof verify>): void {
  console.log(`${protocol.id} ${protocol.version}, arm ${arm} (${stepsOf(protocol, arm).length} steps)`);
  for (const [i, line] of stepsInWords(protocol, arm, english).entries()) console.log(`  ${i + 1}. ${line}`);
  for (const line of bandsInWords(protocol, arm, english)) console.log(`  - ${line}`);
  const summary = arms[arm];
  if (!summary) return;
  const fewest = pathInWords(summary.fewestWhen, namingOf(protocol, arm, english));
  console.log(`  human reads: fewest ${summary.fewestReads} (${fewest}), most ${summary.mostReads}`);
  const { reads, consensus, recalls } = loadOf(protocol, arm);
  console.log(
    `  expected per 1000: ${reads.toFixed(0)} reads, ${consensus.toFixed(1)} consensus, ${recalls.toFixed(1)} recalls\n`,
  );
}
