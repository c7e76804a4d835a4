import type { ChangeRequest } from '@mase/store';
import type { ReasonPayload } from '@mase/workflow';
import { topicAndVerb } from '@mase/workflow';
import type { ClassConstructor } from 'class-transformer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { acceptedSchema, answersOf, commandHeaders, idParams } from './description/answers.js';
import { Instant, Optional, Text } from './fields.js';
import { giveCommand } from './give-command.js';
import { dto } from './plugins/bodies.js';

/** What every command's body may hold besides its own fields. */
export class CommandBody {
  /** When it happened, as an instant with its offset; now where it is left out. Never in the future. */
  @Optional()
  @Instant()
  happened?: string;
}

/** The body of a command that asks for a reason and nothing else. */
export class ReasonBody extends CommandBody implements ReasonPayload {
  @Text(5000)
  reason: string;
}

/** One endpoint: a command of a topic, and the class of its body. */
export interface CommandEndpoint {
  name: string;
  body: ClassConstructor<CommandBody>;
  /** What is to be known before the command is given: it may add to the body what nobody types. */
  prepare?: (app: FastifyInstance, request: FastifyRequest) => Promise<void>;
  /** The same, where what was found out also says what else happens in the command's own transaction. */
  alongside?: (app: FastifyInstance, request: FastifyRequest) => Promise<ChangeRequest['within']>;
  /** What else happens in the command's own transaction, once it is accepted. */
  within?: ChangeRequest['within'];
}

/** Declares the endpoint of a command. */
export function command(name: string, body: ClassConstructor<CommandBody>): CommandEndpoint {
  return { name, body };
}

/** Registers the endpoints of a topic: `POST /api/v1/<topic>[/:id]/<verb>`. */
export function registerCommands(app: FastifyInstance, endpoints: readonly CommandEndpoint[]): void {
  for (const { name, body, prepare, alongside, within } of endpoints) {
    const { topic, verb } = topicAndVerb(name);
    const { creates = false, appends = false } = topic.commands[verb] ?? {};
    app.post<{ Params: { id?: string }; Body: CommandBody }>(
      creates ? `/api/v1/${topic.name}/${verb}` : `/api/v1/${topic.name}/:id/${verb}`,
      {
        config: { command: name, heldSession: true },
        schema: {
          body: dto(body),
          headers: commandHeaders(creates || appends),
          ...(creates ? {} : { params: idParams }),
          response: {
            [creates ? 201 : 200]: acceptedSchema(creates),
            ...answersOf(400, 401, 403, 404, 409, 413, 415, 422, 503),
            ...(creates || appends ? {} : answersOf(412, 428)),
          },
          tags: [topic.name],
          operationId: name.replace('/', '.'),
          summary: `${verb.replaceAll('-', ' ')} (${topic.name.replaceAll('-', ' ')})`,
        },
      },
      async (request, reply) => {
        // A repetition is known by what was typed: what is found out besides may be something else by then.
        const typed = { ...request.body };
        await prepare?.(app, request);
        const found = await alongside?.(app, request);
        return giveCommand(app, request, reply, {
          name,
          creates,
          appends,
          typed,
          within: found ?? within,
        });
      },
    );
  }
}
