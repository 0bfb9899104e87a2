// How fast a joint budget and a what-if are computed from a loaded model, on the example and on a made cooperation.
import { join } from 'node:path';
import { root } from '../install.mjs';
import { load, median } from './load.mjs';
import { made } from './made.mjs';

export async function run() {
  const core = await load('budget', [
    'core/model/empty-model',
    'core/cooperation/indexed-model',
    'core/budget/overview',
    'core/budget/service',
    'core/scenario/whatif',
    'core/period/day',
    'core/explain/explain',
    'formats/folder/load-folder',
    'formats/folder/read-folder',
  ]);
  const model = made(core);
  const index = core.indexModel(model);
  const budget = (of) => {
    for (const version of of.model.version)
      for (const service of of.model.service) core.serviceBudget(of, version, service, 'agreement');
  };
  const folder = join(root, 'examples', 'vaernesregionen');
  const example = core.readFolder(core.loadFolder(folder));
  if (!example.ok) throw new Error('the example is not in order');
  const exampleIndex = core.indexModel(example.value);
  const question = { year: 2025, version: null, rounding: 'agreement' };
  const leave = [{ op: 'leave', service: 'legevakt', party: 'selbu', from: '2025-07-01' }];
  const joint = median(20, () => budget(index));
  // A thousand cooperations are a thousand models: each is indexed and computed from its own.
  const started = process.hrtime.bigint();
  for (let at = 0; at < 1000; at += 1) budget(core.indexModel(model));
  const thousand = Number(process.hrtime.bigint() - started) / 1e6;
  return [
    {
      name: 'Fellesbudsjett, 20 enheter × 7 kommuner × 4 år, fra lest modell',
      median: joint,
      unit: 'ms',
      goal: 2,
    },
    {
      name: '1 000 slike samarbeid, indeksert og regnet ut hvert for seg, én kjerne',
      median: thousand,
      unit: 'ms',
      goal: 1000,
    },
    {
      name: 'Oversikten i eksempelet, begge år',
      median: median(20, () => core.overview(exampleIndex, question)),
      unit: 'ms',
      goal: null,
    },
    {
      name: 'Hva om Selbu går ut av legevakt (hele eksempelet før og etter)',
      median: median(10, () => core.whatIf(example.value, leave, question)),
      unit: 'ms',
      goal: 16,
    },
    {
      name: 'Forklar ett tall i eksempelet',
      median: median(20, () => core.explain(exampleIndex, 'budget/2025/nav/5035', 'agreement')),
      unit: 'ms',
      goal: null,
    },
    {
      name: 'Les og kontroller eksempelmappen (131 filer)',
      median: median(2, () => core.readFolder(core.loadFolder(folder))),
      unit: 'ms',
      goal: null,
    },
  ];
}
