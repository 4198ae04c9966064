"""The addresses of this stage."""

from bloodpatch.doors.staff.followup.pain_course import course
from bloodpatch.doors.staff.stage_page import stage_urls

urlpatterns = stage_urls("clearance", template="staff/followup/page.html", more=course)
