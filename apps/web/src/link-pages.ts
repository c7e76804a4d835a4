import type { Page } from './page.js';
import { page as closeCluster } from './pages/clusters/close-cluster/page.js';
import { page as confirmCluster } from './pages/clusters/confirm-cluster/page.js';
import { page as declineCluster } from './pages/clusters/decline-cluster/page.js';
import { page as listClusters } from './pages/clusters/list/page.js';
import { page as recordDiscussion } from './pages/clusters/record-cluster-discussion/page.js';
import { page as recordMeeting } from './pages/clusters/record-cluster-meeting/page.js';
import { page as viewCluster } from './pages/clusters/view/page.js';
import { page as acknowledgeLink } from './pages/links/acknowledge-link/page.js';
import { page as gradeLink } from './pages/links/grade-link/page.js';
import { page as listLinks } from './pages/links/list/page.js';
import { page as network } from './pages/links/network/page.js';
import { page as shared } from './pages/links/ranking/page.js';
import { page as recordLink } from './pages/links/record-link/page.js';
import { page as renewLink } from './pages/links/renew-link/page.js';
import { page as reviewLink } from './pages/links/review-link/page.js';
import { page as viewLink } from './pages/links/view/page.js';
import { page as withdrawLink } from './pages/links/withdraw-link/page.js';

/** Links between children, persons, places and what they share; the network they make; clusters of children. */
export const linkPages: readonly Page[] = [
  listLinks,
  recordLink,
  shared,
  network,
  viewLink,
  acknowledgeLink,
  gradeLink,
  reviewLink,
  renewLink,
  withdrawLink,
  listClusters,
  viewCluster,
  confirmCluster,
  declineCluster,
  recordDiscussion,
  recordMeeting,
  closeCluster,
];
