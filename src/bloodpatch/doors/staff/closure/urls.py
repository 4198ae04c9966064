"""The addresses of this stage."""

from bloodpatch.doors.staff.stage_page import stage_urls

urlpatterns = stage_urls("closure")
