"""The addresses of this stage."""

from bloodpatch.doors.staff.assessment.red_flag_summary import flags
from bloodpatch.doors.staff.stage_page import stage_urls

urlpatterns = stage_urls("assessment", template="staff/assessment/page.html", more=flags)
