import type { Page } from './page.js';
import { page as practiceThemesChangeLead } from './pages/practice-themes/change-lead/page.js';
import { page as practiceThemesCloseTheme } from './pages/practice-themes/close-theme/page.js';
import { page as practiceThemesList } from './pages/practice-themes/list/page.js';
import { page as practiceThemesOpenTheme } from './pages/practice-themes/open-theme/page.js';
import { page as practiceThemesRecordResponse } from './pages/practice-themes/record-response/page.js';
import { page as practiceThemesView } from './pages/practice-themes/view/page.js';
import { page as qualityActivitiesChangeLead } from './pages/quality-activities/change-lead/page.js';
import { page as qualityActivitiesDropActivity } from './pages/quality-activities/drop-activity/page.js';
import { page as qualityActivitiesFinishActivity } from './pages/quality-activities/finish-activity/page.js';
import { page as qualityActivitiesList } from './pages/quality-activities/list/page.js';
import { page as qualityActivitiesPlanActivity } from './pages/quality-activities/plan-activity/page.js';
import { page as qualityActivitiesView } from './pages/quality-activities/view/page.js';
import { page as qualityStandardsAddStandard } from './pages/quality-standards/add-standard/page.js';
import { page as qualityStandardsChangeLead } from './pages/quality-standards/change-lead/page.js';
import { page as qualityStandardsJudgeStandard } from './pages/quality-standards/judge-standard/page.js';
import { page as qualityStandardsList } from './pages/quality-standards/list/page.js';
import { page as qualityStandardsRetireStandard } from './pages/quality-standards/retire-standard/page.js';
import { page as qualityStandardsView } from './pages/quality-standards/view/page.js';
import { page as serviceFeedbackAnswerFeedback } from './pages/service-feedback/answer-feedback/page.js';
import { page as serviceFeedbackList } from './pages/service-feedback/list/page.js';
import { page as serviceFeedbackRecordServiceFeedback } from './pages/service-feedback/record-service-feedback/page.js';
import { page as serviceFeedbackSummary } from './pages/service-feedback/summary/page.js';
import { page as serviceFeedbackView } from './pages/service-feedback/view/page.js';
import { page as serviceFeedbackWithdrawFeedback } from './pages/service-feedback/withdraw-feedback/page.js';
import { page as trainingSessionsList } from './pages/training-sessions/list/page.js';
import { page as trainingSessionsRecordSession } from './pages/training-sessions/record-session/page.js';
import { page as trainingSessionsSummary } from './pages/training-sessions/summary/page.js';
import { page as trainingSessionsView } from './pages/training-sessions/view/page.js';
import { page as trainingSessionsWithdrawSession } from './pages/training-sessions/withdraw-session/page.js';

/** The pages of the registers of quality, by hand. */
export const registerPages: readonly Page[] = [
  serviceFeedbackSummary,
  trainingSessionsSummary,
  qualityStandardsList,
  qualityStandardsView,
  qualityStandardsAddStandard,
  qualityStandardsJudgeStandard,
  qualityStandardsChangeLead,
  qualityStandardsRetireStandard,
  qualityActivitiesList,
  qualityActivitiesView,
  qualityActivitiesPlanActivity,
  qualityActivitiesChangeLead,
  qualityActivitiesFinishActivity,
  qualityActivitiesDropActivity,
  practiceThemesList,
  practiceThemesView,
  practiceThemesOpenTheme,
  practiceThemesRecordResponse,
  practiceThemesChangeLead,
  practiceThemesCloseTheme,
  trainingSessionsList,
  trainingSessionsView,
  trainingSessionsRecordSession,
  trainingSessionsWithdrawSession,
  serviceFeedbackList,
  serviceFeedbackView,
  serviceFeedbackRecordServiceFeedback,
  serviceFeedbackAnswerFeedback,
  serviceFeedbackWithdrawFeedback,
];
