import { agencyKinds, type FoundPanelPayload, type PanelKind, panelKinds } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Link, OneOf, Optional, Text, Texts, Whole } from '../fields.js';

/** What a panel says of itself; its sittings take from it what they do not say. */
export class FoundPanelBody extends CommandBody implements FoundPanelPayload {
  @Text(80)
  name: string;

  @OneOf(panelKinds)
  kind: PanelKind;

  @Id()
  chairId: string;

  @Optional()
  @Id()
  deputyId?: string;

  /** Kinds of agency that make it quorate; those of the profile where it is left out. */
  @Optional()
  @Texts(40, agencyKinds.length, 1)
  quorum?: string[];

  /** What a case needs to be heard, by the ids of the profile's gate. */
  @Optional()
  @Texts(40, 10)
  gate?: string[];

  /** The parts of an agenda that it hears, by the ids of the profile. */
  @Optional()
  @Texts(40, 30, 1)
  sections?: string[];

  @Text(200)
  place: string;

  @Optional()
  @Link()
  link?: string;

  @Whole(15, 600)
  minutes: number;
}

/** `POST /api/v1/panels/found-panel`. */
export const foundPanel = command('panels/found-panel', FoundPanelBody);
