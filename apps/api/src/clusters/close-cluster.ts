import { command } from '../command.js';
import { ClusterWordsBody } from './cluster-words.js';

/** `POST /api/v1/clusters/:id/close-cluster`. */
export const closeCluster = command('clusters/close-cluster', ClusterWordsBody);
