-- CreateIndex
CREATE INDEX "User_clinicId_role_idx" ON "User"("clinicId", "role");

-- CreateIndex
CREATE INDEX "Owner_clinicId_fullName_idx" ON "Owner"("clinicId", "fullName");

-- CreateIndex
CREATE INDEX "Pet_clinicId_species_idx" ON "Pet"("clinicId", "species");

-- CreateIndex
CREATE INDEX "Appointment_clinicId_startsAt_idx" ON "Appointment"("clinicId", "startsAt");

-- CreateIndex
CREATE INDEX "Appointment_vetId_startsAt_status_idx" ON "Appointment"("vetId", "startsAt", "status");

-- CreateIndex
CREATE INDEX "Visit_petId_visitedAt_idx" ON "Visit"("petId", "visitedAt" DESC);

-- CreateIndex
CREATE INDEX "Invoice_clinicId_issuedAt_idx" ON "Invoice"("clinicId", "issuedAt" DESC);

-- CreateIndex
CREATE INDEX "Invoice_ownerId_paidAt_idx" ON "Invoice"("ownerId", "paidAt");

-- CreateIndex
CREATE INDEX "Payment_cashDrawerId_receivedAt_idx" ON "Payment"("cashDrawerId", "receivedAt");
