import { type Topic, topics } from '@mase/workflow';
import type { Command } from 'commander';

const verbsOf = (topic: Topic) => `  ${topic.name}: ${Object.keys(topic.commands).join(', ')}`;

/** Names every topic with its verbs in the help of `mase do`; loaded for the help alone, as it knows all the rules. */
export function nameVerbs(program: Command): void {
  const verb = program.commands.find((one) => one.name() === 'do');
  verb?.addHelpText('after', `\nTopics and their verbs:\n${topics.map(verbsOf).join('\n')}`);
}
