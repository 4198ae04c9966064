"""The addresses of this stage."""

from bloodpatch.doors.staff.discharge.restart_times import drugs
from bloodpatch.doors.staff.stage_page import stage_urls

urlpatterns = stage_urls("discharge", template="staff/discharge/page.html", more=drugs)
