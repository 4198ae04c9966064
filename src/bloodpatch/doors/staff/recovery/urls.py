"""The addresses of this stage."""

from bloodpatch.doors.staff.recovery.resting import resting
from bloodpatch.doors.staff.stage_page import stage_urls

urlpatterns = stage_urls("recovery", template="staff/recovery/page.html", more=resting)
